using ReplayLint;

[assembly: SessionReplayPolicy("Sentry", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30, Reference = "Record of processing 12", ConsentMechanism = "Privacy screen of the app")]
