namespace ReplayLint.Catalog;

/// <summary>Something that the catalogue says about a recorder.</summary>
internal abstract record AttachedFact : SourcedFact
{
    private Recorder? _recorder;

    /// <summary>The recorder that the fact is about.</summary>
    public Recorder Recorder => _recorder ?? throw new InvalidOperationException("The fact belongs to no recorder yet.");

    /// <summary>The fact as one about the recorder: itself where it belongs to none yet, else a copy.</summary>
    public AttachedFact Attach(Recorder recorder)
    {
        var fact = _recorder is null ? this : this with { };
        fact._recorder = recorder;
        return fact;
    }
}
