using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReplayLint.Consent;

/// <summary>
/// What is known at one point of a body: whether consent was given on every path to it, and what the locals, parameters
/// and the compiler's temporary values prove.
/// </summary>
internal sealed class FlowState
{
    // A key is an ILocalSymbol, an IParameterSymbol or a boxed CaptureId.
    private readonly Dictionary<object, Evidence> _values;

    public FlowState(bool granted)
        : this(granted, [])
    {
    }

    private FlowState(bool granted, Dictionary<object, Evidence> values)
    {
        IsGranted = granted;
        _values = values;
    }

    public bool IsGranted { get; private set; }

    public FlowState Clone() => new(IsGranted, new Dictionary<object, Evidence>(_values));

    public void Grant() => IsGranted = true;

    /// <summary>Consent was taken back, so what was learnt about it before is worth nothing.</summary>
    public void Revoke()
    {
        IsGranted = false;
        _values.Clear();
    }

    public Evidence this[ISymbol variable] => _values.TryGetValue(variable, out var evidence) ? evidence : Evidence.None;

    public Evidence this[CaptureId capture] => _values.TryGetValue(capture, out var evidence) ? evidence : Evidence.None;

    public bool Knows(ISymbol variable) => _values.ContainsKey(variable);

    public void Set(ISymbol variable, Evidence evidence) => _values[variable] = evidence;

    public void Set(CaptureId capture, Evidence evidence) => _values[capture] = evidence;

    /// <summary>
    /// Keeps what both states know; returns whether this one lost anything. Where consent was given every value proves it,
    /// which is what makes <c>ok = guard &amp;&amp; x</c> a guard.
    /// </summary>
    public bool Meet(FlowState other)
    {
        var changed = false;
        if (IsGranted && !other.IsGranted)
        {
            // Values of the other state that this one never set prove here whatever they prove there.
            foreach (var pair in other._values)
            {
                if (!_values.ContainsKey(pair.Key))
                    _values.Add(pair.Key, Evidence.Both | pair.Value);
            }

            IsGranted = false;
            changed = true;
        }

        if (_values.Count == 0)
            return changed;

        foreach (var key in _values.Keys.ToArray())
        {
            var mine = _values[key];
            var theirs = other._values.TryGetValue(key, out var evidence) ? evidence : other.IsGranted ? Evidence.Both | mine : Evidence.None;
            var met = mine & theirs;
            if (met == mine)
                continue;

            _values[key] = met;
            changed = true;
        }

        return changed;
    }
}
