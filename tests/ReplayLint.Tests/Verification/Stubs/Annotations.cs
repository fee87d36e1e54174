// The annotations that the package injects, as the analyzer sees them.
namespace ReplayLint
{
    using System;

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
    internal sealed class ConsentGuardAttribute : Attribute { public string Purpose { get; set; } }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property)]
    internal sealed class RequiresConsentAttribute : Attribute { public string Purpose { get; set; } }

    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class EnsuresConsentAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class RevokesConsentAttribute : Attribute { }

    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class ConsentCallbackAttribute : Attribute { }

    internal enum ReplayPurpose { ExperienceImprovement, ErrorDiagnosis, Support }

    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    internal sealed class SessionReplayPolicyAttribute : Attribute
    {
        public SessionReplayPolicyAttribute(string recorder, ReplayPurpose purpose) { }
        public int RetentionDays { get; set; }
        public int RetentionHours { get; set; }
        public string Reference { get; set; }
        public string ConsentMechanism { get; set; }
    }
}
