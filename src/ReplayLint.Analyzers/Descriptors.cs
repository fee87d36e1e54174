using Microsoft.CodeAnalysis;

namespace ReplayLint;

/// <summary>Every diagnostic that ReplayLint reports; the name of a field is its id and what is wrong.</summary>
/// <remarks>
/// SR and B numbers are those of <c>rules/recommendation.md</c>. The recommendation is a draft, and a message that leans
/// on it says so; a message that does not lean on it must not.
/// </remarks>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor RPL1001_RecordingStartsWithoutConsent = DiagnosticDescriptorHelper.Create(
        "RPL1001",
        "Recording starts without consent",
        "{0} starts recording at '{1}' without the user's consent; reach this place only after consent was given (CNIL draft, SR-01)",
        RuleCategories.Consent,
        DiagnosticSeverity.Warning,
        "Session replay is not strictly necessary for a service. The CNIL's draft recommendation asks for prior consent, whatever the purpose.");

    public static readonly DiagnosticDescriptor RPL1002_ConsentMayBeMissing = DiagnosticDescriptorHelper.Create(
        "RPL1002",
        "Consent may be missing",
        "{0} may start recording at '{1}' without the user's consent: {2} (CNIL draft, SR-01)",
        RuleCategories.Consent,
        DiagnosticSeverity.Info,
        "Something stands between the start and the rest of the program, and it cannot be told whether it is the user's consent. Say so in code: [ConsentGuard] on what decides, [RequiresConsent] on what is only called after consent.");

    public static readonly DiagnosticDescriptor RPL1003_ConsentGrantedByDefault = DiagnosticDescriptorHelper.Create(
        "RPL1003",
        "Consent is granted by default",
        "{0} records from the start because '{1}' is {2}; set it to {3} and change it once the user has agreed (CNIL draft, SR-01 and SR-27)",
        RuleCategories.Consent,
        DiagnosticSeverity.Warning,
        "A recorder whose initial state is consent, or that starts by itself, records before anyone was asked.");

    public static readonly DiagnosticDescriptor RPL1004_NotAConsentGate = DiagnosticDescriptorHelper.Create(
        "RPL1004",
        "This is no consent gate",
        "'{0}' does not keep {1} from recording before consent: {2} (CNIL draft, SR-01 and SR-05)",
        RuleCategories.Consent,
        DiagnosticSeverity.Warning,
        "Some members sound like consent and are not: they say that it has to be asked for, or tell the recorder to store less while it goes on recording.");

    public static readonly DiagnosticDescriptor RPL1005_WithdrawalDoesNotStopRecording = DiagnosticDescriptorHelper.CreateForProject(
        "RPL1005",
        "Withdrawal does not stop recording",
        "{0} goes on recording after consent is withdrawn: {1} (CNIL draft, SR-12)",
        RuleCategories.Consent,
        DiagnosticSeverity.Warning,
        "Taking consent back has to be as easy as giving it, and to end the recording.");

    public static readonly DiagnosticDescriptor RPL1006_RecorderTreatedAsEssential = DiagnosticDescriptorHelper.Create(
        "RPL1006",
        "A recorder is treated as essential",
        "{0} stands in the category '{1}', whose scripts run without consent; put it into one that the user is asked about (CNIL draft, SR-03)",
        RuleCategories.Consent,
        DiagnosticSeverity.Warning,
        "Consent platforms run scripts of their necessary category whatever the user answers. The draft recommendation counts replay neither as essential nor as exempt audience measurement.");

    public static readonly DiagnosticDescriptor RPL1007_ConsentKeptTooLong = DiagnosticDescriptorHelper.Create(
        "RPL1007",
        "Consent is kept too long",
        "The user's choice is kept for {0}; ask again after about six months: {1} (CNIL recommendation on cookies of 2020, B-03)",
        RuleCategories.Consent,
        DiagnosticSeverity.Warning,
        "The CNIL takes six months as good practice for remembering a choice, yes or no. ASP.NET Core's consent cookie lives for 365 days unless code says otherwise.");

    public static readonly DiagnosticDescriptor RPL1008_GuardDoesNotCheckConsent = DiagnosticDescriptorHelper.Create(
        "RPL1008",
        "A guard does not check consent",
        "'{0}' counts as the user's consent, but {1}; return what the user has chosen (CNIL draft, SR-01)",
        RuleCategories.Consent,
        DiagnosticSeverity.Warning,
        "Recording behind this member is taken to follow the user's consent. A guard that is always true lets everything through.");

    public static readonly DiagnosticDescriptor RPL1009_RequiresConsentMismatch = DiagnosticDescriptorHelper.Create(
        "RPL1009",
        "[RequiresConsent] is not on the member that callers see",
        "'{0}' requires consent and '{1}' does not say so, so callers through '{1}' are not asked for it; add [RequiresConsent] there (CNIL draft, SR-01)",
        RuleCategories.Consent,
        DiagnosticSeverity.Warning,
        "The duty to check consent lies with the callers of a member. They see the member of the base class or interface that they call.");

    public static readonly DiagnosticDescriptor RPL2001_MaskingTurnedOff = DiagnosticDescriptorHelper.Create(
        "RPL2001",
        "Masking is turned off",
        "{0} records content in clear because '{1}' is {2}; set it to {3} (CNIL draft, SR-15)",
        RuleCategories.Masking,
        DiagnosticSeverity.Warning,
        "The draft recommendation expects images, forms, text fields and filled-in data to be masked when nothing is configured; code should not undo that.");

    public static readonly DiagnosticDescriptor RPL2002_MaskingLeftToUnsafeDefault = DiagnosticDescriptorHelper.Create(
        "RPL2002",
        "Masking is left to an unsafe default",
        "{0} records content in clear because {1} left to the vendor's default; set {2} (CNIL draft, SR-15 and SR-27)",
        RuleCategories.Masking,
        DiagnosticSeverity.Warning,
        "This recorder masks less than the draft recommendation expects when an option is not set.");

    public static readonly DiagnosticDescriptor RPL2003_ContentUnmasked = DiagnosticDescriptorHelper.Create(
        "RPL2003",
        "Content is unmasked",
        "'{1}' makes {0} record this content in clear; remove it (CNIL draft, SR-15 and SR-17)",
        RuleCategories.Masking,
        DiagnosticSeverity.Warning,
        "An exception from masking shows what people see or type to everyone who watches the recording.");

    public static readonly DiagnosticDescriptor RPL2004_SensitiveFieldNotBlocked = DiagnosticDescriptorHelper.Create(
        "RPL2004",
        "A sensitive field is not blocked",
        "{0} {3} the field '{1}', which takes {2}; block it (CNIL draft, SR-19)",
        RuleCategories.Masking,
        DiagnosticSeverity.Warning,
        "Passwords, payment data and other specially protected data have no place in a recording, masked or not.");

    public static readonly DiagnosticDescriptor RPL2005_PersonalDataNotMasked = DiagnosticDescriptorHelper.Create(
        "RPL2005",
        "Personal data is not masked",
        "{0} records '{1}' in clear, which {2} personal data; mask the element around it (CNIL draft, SR-20)",
        RuleCategories.Masking,
        DiagnosticSeverity.Warning,
        "A recorder that masks what people type may still hold what the page says about them: their name, address or account.");

    public static readonly DiagnosticDescriptor RPL2006_NetworkOrScreenshotCaptured = DiagnosticDescriptorHelper.Create(
        "RPL2006",
        "Network traffic, console output or screenshots are captured",
        "{0} captures more than the replay because '{1}' is {2}; set it to {3} (GDPR data minimisation, B-09; the draft recommendation is not known to name it)",
        RuleCategories.Masking,
        DiagnosticSeverity.Warning,
        "Requests, responses, console output and screenshots carry personal data that no masking option covers.");

    public static readonly DiagnosticDescriptor RPL2007_WrapperDefaultIsPermissive = DiagnosticDescriptorHelper.Create(
        "RPL2007",
        "A wrapper's default is permissive",
        "{0}: '{1}' is {2} when nobody sets it, and it decides '{3}'; make {4} the default, so that doing nothing protects (CNIL draft, SR-27)",
        RuleCategories.Masking,
        DiagnosticSeverity.Warning,
        "Whoever wraps a recorder for others decides what happens when they configure nothing. The draft recommendation asks for the most protective defaults.");

    public static readonly DiagnosticDescriptor RPL3001_EverySessionRecorded = DiagnosticDescriptorHelper.Create(
        "RPL3001",
        "Every session is recorded",
        "{0} records every session because '{1}' is {2}; record only sessions with an error, or a fraction (CNIL draft, SR-13; the draft gives no figure)",
        RuleCategories.Volume,
        DiagnosticSeverity.Warning,
        "The draft recommendation asks to limit the volume: a random sample, or recordings that are kept only after a trigger such as an error. It gives no percentage.");

    public static readonly DiagnosticDescriptor RPL3002_VolumeNotLimitedInCode = DiagnosticDescriptorHelper.Create(
        "RPL3002",
        "Volume is not limited in code",
        "{0} records as many sessions as its console says, and code cannot limit it; check the console, and write down what it says (CNIL draft, SR-13; the draft gives no figure)",
        RuleCategories.Volume,
        DiagnosticSeverity.Info,
        "This recorder's sampling is set in the vendor's console, out of sight of code and of review.");

    public static readonly DiagnosticDescriptor RPL4001_DirectIdentifierSent = DiagnosticDescriptorHelper.Create(
        "RPL4001",
        "A direct identifier is sent to the recorder",
        "'{1}' gives {0} {2}; leave it out or send a random session id (CNIL draft, SR-21)",
        RuleCategories.Identity,
        DiagnosticSeverity.Warning,
        "The draft recommendation asks for limited identifiers: a random, short-lived session id, a hashed pseudonym, or one limited to a domain.");

    public static readonly DiagnosticDescriptor RPL4002_ReplaySharedWithAdvertising = DiagnosticDescriptorHelper.Create(
        "RPL4002",
        "Replay is shared with advertising",
        "'{1}' lets {0} use what it records for advertising; leave it denied (CNIL draft, SR-08, as one source reports it)",
        RuleCategories.Identity,
        DiagnosticSeverity.Info,
        "By one published reading of the draft recommendation, recordings must not serve to advertise to the people in them.");

    public static readonly DiagnosticDescriptor RPL4003_UserLinkedAgainstPurpose = DiagnosticDescriptorHelper.Create(
        "RPL4003",
        "Recordings are tied to a user against the purpose",
        "'{1}' ties recordings of {0} to a user, which {2} does without; leave it out, or use an id that lasts for the session only (CNIL draft, SR-22, as one source reports it)",
        RuleCategories.Identity,
        DiagnosticSeverity.Info,
        "By one published reading of the draft recommendation, recordings for a better design or for finding errors are not linked to a user id, not even a pseudonymous one. Support may.");

    public static readonly DiagnosticDescriptor RPL5001_RetentionNotDeclared = DiagnosticDescriptorHelper.Create(
        "RPL5001",
        "Retention is not declared",
        "{0} is used without a declared purpose and retention; add [assembly: SessionReplayPolicy(\"{0}\", …)] (CNIL draft, SR-07 and SR-23)",
        RuleCategories.Retention,
        DiagnosticSeverity.Warning,
        "Recorders keep recordings in the vendor's console, out of sight of code. The draft recommendation asks for a retention that fits a purpose fixed beforehand, so the project declares both.");

    public static readonly DiagnosticDescriptor RPL5002_RetentionTooLong = DiagnosticDescriptorHelper.CreateForProject(
        "RPL5002",
        "Retention is too long for the purpose",
        "Recordings of {0} are kept {1}, which is long for {2}; {3} (CNIL draft, SR-23)",
        RuleCategories.Retention,
        DiagnosticSeverity.Warning,
        "The draft recommendation speaks of hours for support and of months for design and errors, and gives no figure. The figures here are defaults of this tool that a team can change.");

    public static readonly DiagnosticDescriptor RPL5003_RetentionNotWhatTheVendorApplies = DiagnosticDescriptorHelper.CreateForProject(
        "RPL5003",
        "Retention is not what the vendor applies",
        "{0} keeps recordings {1}, and the policy declares {2}; {3} (CNIL draft, SR-23)",
        RuleCategories.Retention,
        DiagnosticSeverity.Warning,
        "A policy declares and changes nothing at the vendor. Where the vendor keeps recordings for longer whatever is declared, the declaration is wrong.");

    public static readonly DiagnosticDescriptor RPL5004_SettingContradictsPurpose = DiagnosticDescriptorHelper.Create(
        "RPL5004",
        "A setting contradicts the purpose",
        "'{1}' of {0} does not fit {2}, the purpose that is declared: {3} (CNIL draft, SR-14 and SR-17)",
        RuleCategories.Retention,
        DiagnosticSeverity.Warning,
        "The appendix of the draft recommendation pairs each purpose with limits for volume and masking. A setting that another purpose would need shows that one of the two is wrong.");

    public static readonly DiagnosticDescriptor RPL5005_InvalidPolicy = DiagnosticDescriptorHelper.CreateForProject(
        "RPL5005",
        "Invalid session replay policy",
        "This session replay policy {0} (CNIL draft, SR-07 and SR-23)",
        RuleCategories.Retention,
        DiagnosticSeverity.Warning,
        "A policy that names no recorder, no purpose or no retention declares nothing, and rules that depend on it would be silent for the wrong reason.");

    public static readonly DiagnosticDescriptor RPL9001_SuppressionWithoutJustification = DiagnosticDescriptorHelper.CreateIntegrity(
        "RPL9001",
        "A suppression gives no reason",
        "{0} {1}: {2}",
        "A finding may be suppressed by whoever has a reason and writes it down. Without one, nobody can tell later whether it was a decision or a way to get the build through.");

    public static readonly DiagnosticDescriptor RPL9002_RuleDisabledWithoutJustification = DiagnosticDescriptorHelper.CreateIntegrityForProject(
        "RPL9002",
        "A rule is switched off and nothing says why",
        "{0} is {1} {2}: {3}",
        "A rule that a configuration file or the project file silences finds nothing any more, in places that nobody looks at. The file says why, or the rule stays on.");

    public static readonly DiagnosticDescriptor RPL9003_JustificationLost = DiagnosticDescriptorHelper.CreateIntegrity(
        "RPL9003",
        "A justification gets lost",
        "The compiler leaves the justification for {0} out of the SARIF report, because its scope is a namespace with descendants; name the types or members instead",
        "Reports are made from SARIF. A suppression whose reason does not arrive there looks like one without a reason.");

    public static readonly DiagnosticDescriptor RPL9004_SuppressionExpired = DiagnosticDescriptorHelper.CreateIntegrityForProject(
        "RPL9004",
        "A suppression has expired",
        "{0} {1}: {2}",
        "Whoever suppresses a finding for a time wants to be asked again. The day of the build decides, as the build gives it.");

    public static readonly DiagnosticDescriptor RPL9005_InvalidCatalogEntry = DiagnosticDescriptorHelper.CreateIntegrity(
        "RPL9005",
        "Invalid catalogue or baseline entry",
        "This line is ignored: {0}",
        "A line of a catalogue or baseline that cannot be read says nothing. Rules that depend on it would be silent for the wrong reason.");

    public static readonly DiagnosticDescriptor RPL9006_NotAnalysable = DiagnosticDescriptorHelper.Create(
        "RPL9006",
        "This cannot be analysed",
        "Not everything can be judged here: {0}",
        RuleCategories.Integrity,
        DiagnosticSeverity.Info,
        "A script that cannot be parsed, that comes from a database, or that a tag manager loads may hold anything. No finding here does not mean that there is nothing to find.");

    public static readonly DiagnosticDescriptor RPL9007_PagesCanBeFixedFromHere = DiagnosticDescriptorHelper.CreateForProject(
        "RPL9007",
        "Pages can be fixed from here",
        "{0} has {1} in {2}; the fix of this one applies the fixes of those",
        RuleCategories.Integrity,
        DiagnosticSeverity.Info,
        "'dotnet format' changes no page for a finding that stands in it. This finding stands in C#, where the recorder is started or configured, and its fix changes the pages.");

    public static readonly DiagnosticDescriptor RPL9008_InvalidConfiguration = DiagnosticDescriptorHelper.CreateIntegrityForProject(
        "RPL9008",
        "Invalid configuration",
        "This setting has no effect: {0}",
        "A setting that names nothing configures nothing. Whoever wrote it believes otherwise.");

    public static readonly DiagnosticDescriptor RPL9009_Evidence = DiagnosticDescriptorHelper.CreateForProject(
        "RPL9009",
        "Evidence",
        "Seen, and no finding: {0}",
        RuleCategories.Integrity,
        DiagnosticSeverity.Info,
        "What the project does with recorders, right or wrong: where they start and behind which guard, what they mask, whom they are told of, what is declared, and what is suppressed and why. Only in builds that keep a SARIF log.");
}
