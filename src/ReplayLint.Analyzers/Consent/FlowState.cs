namespace ReplayLint.Consent;

/// <summary>
/// What is known at a point of a body: how far consent is known to be granted, and the evidence of each local, parameter
/// and flow capture. Where consent is granted every value proves it, which is what makes <c>ok = guard &amp;&amp; x</c> work.
/// </summary>
internal sealed class FlowState
{
    private Evidence[] _values = [];

    public FlowState(ConsentState level) => Level = level;

    public ConsentState Level { get; private set; }

    /// <summary>Whether an operation has changed the state since this was last set to false.</summary>
    public bool IsChanged { get; set; }

    /// <summary>The evidence of the value in a slot.</summary>
    public Evidence this[int slot] => (slot < _values.Length ? _values[slot] : Evidence.None).AtLeast(Level);

    public FlowState Copy()
    {
        var copy = new FlowState(Level);
        copy.CopyFrom(this);
        return copy;
    }

    public void CopyFrom(FlowState other)
    {
        Level = other.Level;
        if (_values.Length < other._values.Length)
            _values = new Evidence[other._values.Length];

        Array.Copy(other._values, _values, other._values.Length);
        Array.Clear(_values, other._values.Length, _values.Length - other._values.Length);
    }

    public void Assign(int slot, Evidence evidence)
    {
        if (slot >= _values.Length)
        {
            if (evidence.IsNone)
                return;

            Array.Resize(ref _values, Math.Max(slot + 1, _values.Length * 2));
        }

        if (_values[slot] == evidence)
            return;

        _values[slot] = evidence;
        IsChanged = true;
    }

    /// <summary>A guard was passed.</summary>
    public void Raise(ConsentState level)
    {
        IsChanged |= level > Level;
        Level = ConsentLattice.Higher(Level, level);
    }

    /// <summary>Consent was taken back, so what was learned before proves nothing any more.</summary>
    public void Revoke()
    {
        Level = ConsentState.NotGranted;
        Array.Clear(_values, 0, _values.Length);
        IsChanged = true;
    }

    /// <summary>Keeps what both states know; returns whether this one lost something.</summary>
    public bool MeetWith(FlowState other)
    {
        var changed = false;
        var length = Math.Max(_values.Length, other._values.Length);
        if (length > _values.Length && Level > ConsentState.NotGranted)
            Array.Resize(ref _values, length);

        for (var slot = 0; slot < _values.Length; slot++)
        {
            var before = this[slot];
            var after = Evidence.Meet(before, other[slot]);
            changed |= after != before;
            _values[slot] = after;
        }

        var level = ConsentLattice.Lower(Level, other.Level);
        changed |= level != Level;
        Level = level;
        return changed;
    }
}
