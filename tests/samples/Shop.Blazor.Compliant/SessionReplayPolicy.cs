using ReplayLint;

[assembly: SessionReplayPolicy("Clarity", ReplayPurpose.ExperienceImprovement, RetentionDays = 30, Reference = "Record of processing 31", ConsentMechanism = "Cookie banner")]
[assembly: SessionReplayPolicy("rrweb", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30, Reference = "Record of processing 32", ConsentMechanism = "Cookie banner")]
