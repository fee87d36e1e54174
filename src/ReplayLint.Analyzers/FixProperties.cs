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
    /// The class or attribute to write on the element at or around the location, in place of <see cref="Unmark"/> where that is there:
    /// <c>.no-capture</c>, <c>data-suppress</c>, <c>data-privacy=mask</c>.
    /// </summary>
    public const string Mark = nameof(Mark);

    /// <summary>The class or attribute to take away from the element at or around the location, written as <see cref="Mark"/>.</summary>
    public const string Unmark = nameof(Unmark);

    /// <summary>The parameter or property that carries an identifier.</summary>
    public const string Identifier = nameof(Identifier);

    /// <summary>Present when the identifier has a use without naming a person, so that a random id can take its place.</summary>
    public const string RandomId = nameof(RandomId);

    /// <summary>The days of retention to declare in a policy.</summary>
    public const string RetentionDays = nameof(RetentionDays);

    /// <summary>The hours of retention to declare in a policy, where it is less than days.</summary>
    public const string RetentionHours = nameof(RetentionHours);

    /// <summary>Present when the call or assignment at the location does nothing but take content out of masking.</summary>
    public const string Unmasking = nameof(Unmasking);

    /// <summary>How many of the additional locations, from the first, the edit writes to; the others explain the finding.</summary>
    public const string Edited = nameof(Edited);

    /// <summary>
    /// The statement that stops the recorder, with full names: <c>Recorder.Api.Close()</c>, <c>Recorder.Api.Enabled = false</c>.
    /// </summary>
    public const string Stop = nameof(Stop);

    /// <summary>The member to put in place of the one at the location: <c>CanTrack</c>.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>In a call of a script, the argument to put the <see cref="Replacement"/> in place of.</summary>
    public const string Argument = nameof(Argument);

    /// <summary><c>true</c> when the <see cref="Replacement"/> says yes where the member at the location says no.</summary>
    public const string Negate = nameof(Negate);

    /// <summary>The documentation id of the member that an attribute is for; for a parameter the id of its method, a space and its name.</summary>
    public const string Member = nameof(Member);

    /// <summary>The days for which a choice may be kept.</summary>
    public const string Days = nameof(Days);

    /// <summary>The path, from the options object, of what to set beside the assignment at the location: <c>ConsentCookie.Expiration</c>.</summary>
    public const string Setting = nameof(Setting);

    /// <summary>The C# condition, in the terms of the view at the location, behind which to put the script there.</summary>
    public const string Guard = nameof(Guard);

    /// <summary>The JavaScript condition behind which to put the script file at the location.</summary>
    public const string ScriptGuard = nameof(ScriptGuard);

    /// <summary>The Razor directives that the <see cref="Guard"/> needs at the top of the view, a line each.</summary>
    public const string Directives = nameof(Directives);

    /// <summary>The attributes with which a script element waits for consent, a line each, written as <see cref="Mark"/>.</summary>
    public const string GateAttributes = nameof(GateAttributes);

    /// <summary>Several values as one, a line each; null for none.</summary>
    public static string? Lines(IEnumerable<string>? values) => values is null || !values.Any() ? null : string.Join("\n", values);

    /// <summary>The ids of the rules that a suppression is about, separated by <c>;</c>.</summary>
    public const string Rules = nameof(Rules);

    /// <summary>The reason that a suppression gives, though it does not count; absent when it gives none.</summary>
    public const string Justification = nameof(Justification);

    /// <summary>The documentation id of what a suppression is for, as it is written; absent when it names nothing.</summary>
    public const string Target = nameof(Target);
}
