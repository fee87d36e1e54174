using ReplayLint.CodeFixes.Edits;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class RemoveIdentifierTests
{
    [Fact]
    public Task Members_and_statements_go_and_ids_become_random() =>
        RuleVerifier.VerifyFixAsync(
            "RPL4001",
            RecorderApi.Sentry,
            """
            using System;
            using System.Security.Claims;
            using Sentry;

            class C
            {
                void On(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;

                void M(string email, string id, ClaimsPrincipal user) => SentrySdk.ConfigureScope(scope =>
                {
                    scope.User = new SentryUser { Id = id, [|Email = email|], [|Username = user.Identity.Name|] };
                    scope.User = new SentryUser
                    {
                        [|Id = email|], // who
                        [|Email = user.FindFirst(ClaimTypes.Email)?.Value|],
                        IpAddress = null,
                    };
                    // Reached by mail.
                    [|scope.User.Email = email|];
                    [|scope.User.Id = user.FindFirst(ClaimTypes.Name).Value|];
                    scope.User.Id = user.FindFirst("sub").Value;
                    scope.User.Username = null;
                });
            }
            """,
            """
            using System;
            using System.Security.Claims;
            using Sentry;

            class C
            {
                void On(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;

                void M(string email, string id, ClaimsPrincipal user) => SentrySdk.ConfigureScope(scope =>
                {
                    scope.User = new SentryUser { Id = id };
                    scope.User = new SentryUser
                    {
                        Id = Guid.NewGuid().ToString(), // who
                        IpAddress = null,
                    };
                    // Reached by mail.
                    scope.User.Id = Guid.NewGuid().ToString();
                    scope.User.Id = user.FindFirst("sub").Value;
                    scope.User.Username = null;
                });
            }
            """);

    [Fact]
    public Task Arguments_go_and_those_behind_them_are_named() =>
        RuleVerifier.VerifyFixAsync(
            "RPL4001",
            RecorderApi.Datadog,
            """
            using System;
            using System.Collections.Generic;
            using Datadog.Maui;

            class C
            {
                void Start() => DdSessionReplay.Enable(null);

                void M(string id, string name, string email, string userName, Dictionary<string, object> extra)
                {
                    DdSdk.SetUserInfo(id, [|name|], [|email|], extra);
                    DdSdk.SetUserInfo([|userName|], [|name|]);
                    DdSdk.SetUserInfo([|"jane@example.com"|]);
                    DdSdk.SetUserInfo(id, [|email: email|], extraInfo: extra);
                    DdSdk.SetUserInfo(id, null, null, extra);
                    DdSdk.SetUserInfo(
                        id,
                        [|name|],
                        [|email|]);
                }
            }
            """,
            """
            using System;
            using System.Collections.Generic;
            using Datadog.Maui;

            class C
            {
                void Start() => DdSessionReplay.Enable(null);

                void M(string id, string name, string email, string userName, Dictionary<string, object> extra)
                {
                    DdSdk.SetUserInfo(id, extraInfo: extra);
                    DdSdk.SetUserInfo(Guid.NewGuid().ToString());
                    DdSdk.SetUserInfo(Guid.NewGuid().ToString());
                    DdSdk.SetUserInfo(id, extraInfo: extra);
                    DdSdk.SetUserInfo(id, null, null, extra);
                    DdSdk.SetUserInfo(
                        id);
                }
            }
            """);

    [Fact]
    public Task Collection_by_default_is_switched_off() =>
        RuleVerifier.VerifyFixAsync(
            "RPL4001",
            RecorderApi.Sentry,
            "class C { void M(Sentry.SentryOptions o) { o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0; [|o.SendDefaultPii = true|]; } }",
            "class C { void M(Sentry.SentryOptions o) { o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0; o.SendDefaultPii = false; } }");

    [Fact]
    public Task A_user_id_goes_with_the_call_that_only_passes_it_on() =>
        RuleVerifier.VerifyFixAsync(
            "RPL4003",
            RecorderApi.Datadog,
            """
            using System;
            using System.Collections.Generic;
            using Datadog.Maui;

            [assembly: ReplayLint.SessionReplayPolicy("Datadog", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]

            class C
            {
                void Start() => DdSessionReplay.Enable(null);

                void M(string id, string sessionId, Dictionary<string, object> extra)
                {
                    // Who it is.
                    DdSdk.SetUserInfo([|id|]);
                    DdSdk.SetUserInfo([|id|], extraInfo: extra); // and more
                    DdSdk.SetUserInfo(sessionId);
                    DdSdk.ClearUserInfo();
                }

                void N(string id) => DdSdk.SetUserInfo([|id: id|]);
            }
            """,
            """
            using System;
            using System.Collections.Generic;
            using Datadog.Maui;

            [assembly: ReplayLint.SessionReplayPolicy("Datadog", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]

            class C
            {
                void Start() => DdSessionReplay.Enable(null);

                void M(string id, string sessionId, Dictionary<string, object> extra)
                {
                    // Who it is.
                    DdSdk.SetUserInfo(Guid.NewGuid().ToString(), extraInfo: extra); // and more
                    DdSdk.SetUserInfo(sessionId);
                    DdSdk.ClearUserInfo();
                }

                void N(string id) { }
            }
            """);

    [Fact]
    public Task A_user_id_that_is_written_goes_with_its_assignment() =>
        RuleVerifier.VerifyFixAsync(
            "RPL4003",
            RecorderApi.Sentry,
            """
            using Sentry;

            [assembly: ReplayLint.SessionReplayPolicy("Sentry", ReplayLint.ReplayPurpose.ExperienceImprovement, RetentionDays = 30)]

            class C
            {
                void On(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;

                void M(string id) => SentrySdk.ConfigureScope(scope =>
                {
                    scope.User = new SentryUser { [|Id = id|] };
                    [|scope.User.Id = id|];
                });
            }
            """,
            """
            using Sentry;

            [assembly: ReplayLint.SessionReplayPolicy("Sentry", ReplayLint.ReplayPurpose.ExperienceImprovement, RetentionDays = 30)]

            class C
            {
                void On(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;

                void M(string id) => SentrySdk.ConfigureScope(scope =>
                {
                    scope.User = new SentryUser { };
                });
            }
            """);
}
