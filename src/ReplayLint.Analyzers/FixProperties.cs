namespace ReplayLint;

/// <summary>The keys of <c>Diagnostic.Properties</c> by which a rule tells a code fix what to write; fixes ask nothing else.</summary>
internal static class FixProperties
{
    /// <summary>The name of the recorder.</summary>
    public const string Recorder = nameof(Recorder);

    /// <summary>The value to write to the setting at the location: <c>true</c>, <c>0</c>, <c>MaskAll</c> (a member of the setting's enum).</summary>
    public const string Value = nameof(Value);

    /// <summary>A second value to offer for the same setting, without the <see cref="Companion"/>.</summary>
    public const string AlternativeValue = nameof(AlternativeValue);

    /// <summary>A setting of the same object to set along with <see cref="Value"/>: <c>OnErrorSampleRate=1</c>.</summary>
    public const string Companion = nameof(Companion);

    /// <summary>
    /// Options to add to the expression at the first additional location, separated by <c>;</c>, each the path from the
    /// options object and a value: <c>Privacy.MaskLabels=true;TrackingConsent=NotGranted</c>.
    /// </summary>
    public const string Missing = nameof(Missing);

    /// <summary>
    /// The value that keeps a start from recording: of the settings at the <see cref="Edited"/> locations, or, when there are
    /// none, of the argument or assignment at the location. Absent when nothing but a guard can.
    /// </summary>
    public const string SwitchOff = nameof(SwitchOff);

    /// <summary>
    /// The class or attribute to write on the element at the location, in place of <see cref="Unmark"/> where that is there:
    /// <c>.no-capture</c>, <c>data-suppress</c>, <c>data-privacy=mask</c>.
    /// </summary>
    public const string Mark = nameof(Mark);

    /// <summary>The class or attribute to take away from the element at the location, written as <see cref="Mark"/>.</summary>
    public const string Unmark = nameof(Unmark);

    /// <summary>The parameter or property that carries an identifier.</summary>
    public const string Identifier = nameof(Identifier);

    /// <summary>Present when the identifier has a use without naming a person, so that a random id can take its place.</summary>
    public const string RandomId = nameof(RandomId);

    /// <summary>The days of retention to declare in a policy.</summary>
    public const string RetentionDays = nameof(RetentionDays);

    /// <summary>How many of the additional locations, from the first, the edit writes to; the others explain the finding.</summary>
    public const string Edited = nameof(Edited);

    /// <summary>
    /// The statement that stops the recorder, with full names: <c>Recorder.Api.Close()</c>, <c>Recorder.Api.Enabled = false</c>.
    /// </summary>
    public const string Stop = nameof(Stop);

    /// <summary>The member to put in place of the one at the location: <c>CanTrack</c>.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary><c>true</c> when the <see cref="Replacement"/> says yes where the member at the location says no.</summary>
    public const string Negate = nameof(Negate);

    /// <summary>The documentation id of the member that an attribute is for; for a parameter the id of its method, a space and its name.</summary>
    public const string Member = nameof(Member);

    /// <summary>The days for which a choice may be kept.</summary>
    public const string Days = nameof(Days);

    /// <summary>The path, from the options object, of what to set beside the assignment at the location: <c>ConsentCookie.Expiration</c>.</summary>
    public const string Setting = nameof(Setting);

    /// <summary>The ids of the rules that a suppression is about, separated by <c>;</c>.</summary>
    public const string Rules = nameof(Rules);

    /// <summary>The reason that a suppression gives, though it does not count; absent when it gives none.</summary>
    public const string Justification = nameof(Justification);

    /// <summary>The documentation id of what a suppression is for, as it is written; absent when it names nothing.</summary>
    public const string Target = nameof(Target);
}
