namespace ReplayLint.Catalog;

/// <summary>Which lines the sections of a catalogue file have; rules/recorders/README.md explains them.</summary>
internal static class CatalogGrammar
{
    private static readonly string[] Contents = ["inputs", "text", "media"];
    private static readonly string[] Fields =
        ["inputs", "password", "payment", "email", "tel", "number", "hidden", "file", "textarea", "autocomplete"];
    private static readonly string[] Texts = ["email", "number"];

    private static readonly LineShape[] Recorder =
    [
        // About the recorder as a whole.
        new("evidence", SubjectKind.Special) { IsFact = false },
        new("retention", SubjectKind.Text) { IsList = true },
        new("console-only", SubjectKind.Word) { IsList = true, Words = ["inputs", "text", "media", "network", "rate"] },

        // Its .NET API.
        new("api", SubjectKind.Member) { IsFact = false },
        new("enabled-by", SubjectKind.Special) { IsFact = false },
        new("formerly", SubjectKind.Special) { IsFact = false },
        new("configure", SubjectKind.Member),
        new("events", SubjectKind.Member),
        new("identify", SubjectKind.Member, "direct", "any", "always", "user"),
        new("look-alike", SubjectKind.Member, "use"),
        new("setting", SubjectKind.Member, "protects", "safe", "doubtful", "default", "full", "on-error", "unit", "of"),
        new("start", SubjectKind.Member, "when", "value", "gate"),
        new("stop", SubjectKind.Member, "value"),
        new("unmask", SubjectKind.Member, "value"),

        // Pages.
        new("script", SubjectKind.Address, "requires", "except", "starts"),
        new("domain", SubjectKind.Address) { IsList = true },
        new("masks", SubjectKind.Word) { IsList = true, Words = Contents },
        new("shows", SubjectKind.Word) { IsList = true, Words = Contents },
        new("masks-field", SubjectKind.Word) { IsList = true, Words = Fields },
        new("masks-text", SubjectKind.Word) { IsList = true, Words = Texts },
        new("never-captures", SubjectKind.Word) { IsList = true, Words = Fields },
        new("markup-block", SubjectKind.Atom, "option", "only") { IsList = true },
        new("markup-ignore", SubjectKind.Atom, "option", "only") { IsList = true },
        new("markup-mask", SubjectKind.Atom, "option", "only") { IsList = true },
        new("markup-unmask", SubjectKind.Atom, "option", "only") { IsList = true },

        // Configuration files.
        new("json-setting", SubjectKind.JsonKey, "requires", "protects", "safe", "doubtful", "default", "full", "on-error", "unit", "of"),

        // Scripts.
        new("npm", SubjectKind.Text, "global"),
        new("global", SubjectKind.Call, "also"),
        new("js-start", SubjectKind.Call, "argument", "value", "requires", "with", "when"),
        new("js-stop", SubjectKind.Call, "argument", "value", "requires"),
        new("js-gate", SubjectKind.CallOrOption, "argument", "value", "requires"),
        new("js-grant", SubjectKind.Call, "argument", "value", "requires"),
        new("js-look-alike", SubjectKind.CallOrOption, "argument", "value", "requires", "instead", "use"),
        new("js-setting", SubjectKind.Option, "argument", "requires", "protects", "safe", "default", "full", "on-error", "unit", "unless", "of", "shows-inputs"),
        new("js-mark", SubjectKind.Option, "argument", "requires", "effect", "names", "only"),
        new("js-unmask", SubjectKind.Option, "argument", "requires", "unless"),
        new("js-identify", SubjectKind.Call, "argument", "requires", "arguments", "properties", "user"),
        new("js-share", SubjectKind.Option, "argument", "value", "requires", "safe", "default"),
    ];

    private static readonly LineShape[] Consent =
    [
        new("callback", SubjectKind.Member, "parameter"),
        new("ensures", SubjectKind.Member),
        new("granted", SubjectKind.Member),
        new("guard", SubjectKind.Member, "purpose"),
        new("lifetime", SubjectKind.Member, "of", "kept-by", "default", "asked-by"),
        new("not-guard", SubjectKind.Member, "instead", "opposite", "read-by"),
        new("revokes", SubjectKind.Member),
        new("stand-in", SubjectKind.Member),
        new("auto-blocks", SubjectKind.Address, "requires"),
        new("essential-category", SubjectKind.Text) { IsList = true },
        new("js-callback", SubjectKind.Text) { IsList = true },
        new("js-guard", SubjectKind.CallOrOption) { IsList = true },
        new("js-lifetime", SubjectKind.CallOrOption, "unit", "key") { IsList = true },
        new("script", SubjectKind.Address),
        new("script-gate", SubjectKind.Atom, "type") { IsList = true },
        new("statistics-category", SubjectKind.Text),
    ];

    private static readonly LineShape[] Purpose =
    [
        new("volume", SubjectKind.Word, "paragraph", "confidence") { IsList = true, IsFact = false, Words = ["sample", "trigger", "early-deletion"] },
        new("masking", SubjectKind.Word, "unmasking", "paragraph", "confidence") { IsList = true, IsFact = false, Words = ["restricted", "encrypted", "omitted"] },
        new("identifier", SubjectKind.Word, "paragraph", "confidence") { IsList = true, IsFact = false, Words = ["session", "pseudonym", "domain"] },
        new("retention", SubjectKind.Word, "suggested", "hint", "limit", "paragraph", "confidence") { IsFact = false, Words = ["hours", "months"] },
    ];

    private static readonly LineShape[] Identity =
    [
        new("direct", SubjectKind.Member) { IsFact = false },
        new("mark", SubjectKind.Member, "as", "value", "except") { IsFact = false },
    ];

    /// <summary>The kinds of field, of text and of other content that an option may be about.</summary>
    public static string[] Kinds { get; } = [.. Fields.Union(Texts), "date", "action"];

    /// <summary>What a section starts with.</summary>
    public static string[] Sections { get; } = ["recorder", "consent", "identity", "purpose", "words"];

    /// <summary>The lines that a section has; none outside of a section, and none in a list of words.</summary>
    public static LineShape[] ShapesOf(string section) => section switch
    {
        "recorder" => Recorder,
        "consent" => Consent,
        "identity" => Identity,
        "purpose" => Purpose,
        _ => [],
    };
}
