namespace ReplayLint;

/// <summary>The keys of <c>Diagnostic.Properties</c> by which evidence says what was seen; a report is made from them. They reach SARIF as they are.</summary>
internal static class EvidenceProperties
{
    /// <summary>What is seen: <c>start</c>, <c>setting</c>, <c>policy</c>, <c>suppression</c> and so on.</summary>
    public const string Kind = nameof(Kind);

    /// <summary>The recorder; absent where none is named, as from a suppression.</summary>
    public const string Recorder = FixProperties.Recorder;

    /// <summary>The member, call, option, attribute or address, as messages name it.</summary>
    public const string Member = nameof(Member);

    /// <summary>Of a start or setting up: <c>granted</c>, <c>not-granted</c> or <c>unknown</c> on the way to the place.</summary>
    public const string Consent = nameof(Consent);

    /// <summary>The condition, call or attribute that puts the place behind consent, as code writes it; it stands at the first related location.</summary>
    public const string Guard = nameof(Guard);

    /// <summary>Of a start: <c>true</c> when a switch of the recorder can hold it back.</summary>
    public const string Gated = nameof(Gated);

    /// <summary>Of a start: the options that are left to a default which does not protect, as <c>option=value</c>, separated by <c>;</c>.</summary>
    public const string Defaults = nameof(Defaults);

    /// <summary>Of a start: <c>true</c> when the volume can only be limited in the vendor's console.</summary>
    public const string VolumeInConsole = nameof(VolumeInConsole);

    /// <summary>Of a setting: what it protects: <c>inputs</c>, <c>text</c>, <c>media</c>, <c>network</c>, <c>rate</c>, <c>consent</c>, <c>identity</c> or <c>retention</c>.</summary>
    public const string Protects = nameof(Protects);

    /// <summary>Of a setting or of sharing: the value, as far as code shows it.</summary>
    public const string Value = nameof(Value);

    /// <summary>Of a setting or of sharing: whether the value protects, <c>true</c> or <c>false</c>; absent when that cannot be told.</summary>
    public const string Safe = nameof(Safe);

    /// <summary>Of identification: the parameter or property that carries the identifier.</summary>
    public const string Identifier = nameof(Identifier);

    /// <summary>Of identification: <c>true</c> when it names a person directly.</summary>
    public const string Direct = nameof(Direct);

    /// <summary>Of a policy: the purpose that is declared.</summary>
    public const string Purpose = nameof(Purpose);

    /// <summary>Of a policy: the days for which recordings are kept; part of one for hours.</summary>
    public const string RetentionDays = nameof(RetentionDays);

    /// <summary>Of a policy: the reference to the record of processing.</summary>
    public const string Reference = nameof(Reference);

    /// <summary>Of a policy: how users are asked.</summary>
    public const string ConsentMechanism = nameof(ConsentMechanism);

    /// <summary>Of the user's choice: the days for which it is kept.</summary>
    public const string Days = nameof(Days);

    /// <summary>Of a suppression: the rules, separated by <c>;</c>. Of a hidden finding: its rule.</summary>
    public const string Rules = nameof(Rules);

    /// <summary>Of a suppression or a hidden finding: <c>pragma</c>, <c>attribute</c>, <c>comment</c>, <c>configuration</c> or <c>baseline</c>.</summary>
    public const string Form = nameof(Form);

    /// <summary>The reason that is given; absent when there is none.</summary>
    public const string Justification = nameof(Justification);

    /// <summary>Until when a reason holds, as it is written.</summary>
    public const string Until = nameof(Until);

    /// <summary>Of a finding that a comment or the baseline hides: its message.</summary>
    public const string Finding = nameof(Finding);
}
