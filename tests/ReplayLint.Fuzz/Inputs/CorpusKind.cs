namespace ReplayLint.Fuzz.Inputs;

/// <summary>What a text of the repository is.</summary>
internal enum CorpusKind
{
    Catalogue,

    Code,

    /// <summary>An <c>.editorconfig</c> or <c>.globalconfig</c>.</summary>
    Configuration,

    Json,

    /// <summary>A view, component or page.</summary>
    Page,

    Script,

    /// <summary>A name, an address, a version, a reason: anything that is none of the others.</summary>
    Words,

    Xaml,
}
