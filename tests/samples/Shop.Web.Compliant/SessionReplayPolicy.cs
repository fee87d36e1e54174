using ReplayLint;

[assembly: SessionReplayPolicy("Clarity", ReplayPurpose.ExperienceImprovement, RetentionDays = 30, Reference = "Record of processing 21", ConsentMechanism = "Cookie banner")]
[assembly: SessionReplayPolicy("PostHog", ReplayPurpose.ExperienceImprovement, RetentionDays = 30, Reference = "Record of processing 22", ConsentMechanism = "Cookie banner")]
[assembly: SessionReplayPolicy("Smartlook", ReplayPurpose.ExperienceImprovement, RetentionDays = 30, Reference = "Record of processing 23", ConsentMechanism = "Cookie banner")]
