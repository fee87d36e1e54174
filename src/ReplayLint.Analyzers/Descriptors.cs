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

    public static readonly DiagnosticDescriptor RPL1003_ConsentGrantedByDefault = DiagnosticDescriptorHelper.Create(
        "RPL1003",
        "Consent is granted by default",
        "{0} records from the start because '{1}' is {2}; set it to {3} and change it once the user has agreed (CNIL draft, SR-01 and SR-27)",
        RuleCategories.Consent,
        DiagnosticSeverity.Warning,
        "A recorder whose initial state is consent, or that starts by itself, records before anyone was asked.");

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

    public static readonly DiagnosticDescriptor RPL2006_NetworkOrScreenshotCaptured = DiagnosticDescriptorHelper.Create(
        "RPL2006",
        "Network traffic, console output or screenshots are captured",
        "{0} captures more than the replay because '{1}' is {2}; set it to {3} (GDPR data minimisation, B-09; the draft recommendation is not known to name it)",
        RuleCategories.Masking,
        DiagnosticSeverity.Warning,
        "Requests, responses, console output and screenshots carry personal data that no masking option covers.");

    public static readonly DiagnosticDescriptor RPL3001_EverySessionRecorded = DiagnosticDescriptorHelper.Create(
        "RPL3001",
        "Every session is recorded",
        "{0} records every session because '{1}' is {2}; record only sessions with an error, or a fraction (CNIL draft, SR-13; the draft gives no figure)",
        RuleCategories.Volume,
        DiagnosticSeverity.Warning,
        "The draft recommendation asks to limit the volume: a random sample, or recordings that are kept only after a trigger such as an error. It gives no percentage.");

    public static readonly DiagnosticDescriptor RPL4001_DirectIdentifierSent = DiagnosticDescriptorHelper.Create(
        "RPL4001",
        "A direct identifier is sent to the recorder",
        "'{1}' gives {0} {2}; leave it out or send a random session id (CNIL draft, SR-21)",
        RuleCategories.Identity,
        DiagnosticSeverity.Warning,
        "The draft recommendation asks for limited identifiers: a random, short-lived session id, a hashed pseudonym, or one limited to a domain.");

    public static readonly DiagnosticDescriptor RPL5001_RetentionNotDeclared = DiagnosticDescriptorHelper.Create(
        "RPL5001",
        "Retention is not declared",
        "{0} is used without a declared purpose and retention; add [assembly: SessionReplayPolicy(\"{0}\", …)] (CNIL draft, SR-07 and SR-23)",
        RuleCategories.Retention,
        DiagnosticSeverity.Warning,
        "Recorders keep recordings in the vendor's console, out of sight of code. The draft recommendation asks for a retention that fits a purpose fixed beforehand, so the project declares both.");

    public static readonly DiagnosticDescriptor RPL9005_InvalidCatalogEntry = DiagnosticDescriptorHelper.CreateIntegrity(
        "RPL9005",
        "Invalid catalogue entry",
        "This line of the catalogue is ignored: {0}",
        "A line that cannot be read protects nothing. Rules that depend on it would be silent for the wrong reason.");
}
