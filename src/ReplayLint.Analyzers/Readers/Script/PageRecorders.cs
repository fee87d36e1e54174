using ReplayLint.Catalog;

namespace ReplayLint.Readers.Script;

/// <summary>What the scripts of one page, or of one file, do to each other's recorders.</summary>
internal sealed class PageRecorders
{
    /// <summary>The recorders that something in the page holds back until consent.</summary>
    public HashSet<Recorder> Gated { get; } = [];

    /// <summary>The recorders that something in the page starts, or may start, without consent and without a switch.</summary>
    public HashSet<Recorder> Ungated { get; } = [];

    /// <summary>The recorders that something in the page starts, in whatever way.</summary>
    public HashSet<Recorder> Started { get; } = [];

    /// <summary>The recorders whose script the page sets up without replay.</summary>
    public HashSet<Recorder> Unused { get; } = [];

    /// <summary>What a script does besides recording concerns us only where it records.</summary>
    public bool IsOurBusiness(Recorder recorder) => Started.Contains(recorder) || !Unused.Contains(recorder);
}
