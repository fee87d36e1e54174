using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers;
using ReplayLint.Readers.Script;
using Xunit;

namespace ReplayLint.Tests.Readers.Script;

/// <summary>Where scripts touch recorders: one line a usage, "kind recorder member value state".</summary>
public class ScriptUsageReaderTests
{
    private const string ClarityTag = "(function(c,l,a,r,i,t,y){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};t=l.createElement(r);t.async=1;t.src='https://www.clarity.ms/tag/'+i;y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);})(window,document,'clarity','script','abc');";

    [Theory]
    [InlineData(ClarityTag, "Start Clarity www.clarity.ms/tag/ NotGranted volume")]
    [InlineData("if (hasConsent()) { " + ClarityTag + " }", "Start Clarity www.clarity.ms/tag/ Granted volume")]
    [InlineData("function load() { " + ClarityTag + " }", "Start Clarity www.clarity.ms/tag/ Unknown ?load volume")]
    [InlineData("(function(c,l,a,r,i,t,y){t=l.createElement(r);t.src='_______'+i;})(window,document,'clarity','script','abc');", "Start Clarity clarity NotGranted volume")]
    [InlineData("(function(w,d,s,l){var j=d.createElement(s);j.src='https://tags.example/x.js?'+l;})(window,document,'script','dataLayer');", "")]
    [InlineData("(function(h,o,t,j,a,r){h._hjSettings={hjid:1,hjsv:6};r=o.createElement('script');r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv;})(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');", "Start Hotjar static.hotjar.com/c/hotjar- NotGranted volume")]
    [InlineData("window['_fs_script'] = 'edge.fullstory.com/s/fs.js'; (function(m,n){var o=n.createElement('script');o.src='https://'+_fs_script;})(window,document);", "Start FullStory edge.fullstory.com/s/fs.js NotGranted volume")]
    [InlineData("window['_fs_capture_on_startup'] = false; window['_fs_script'] = 'edge.fullstory.com/s/fs.js'; acceptConsentButton.onclick = () => FS('start');", "Start(gated) FullStory edge.fullstory.com/s/fs.js NotGranted volume; Start(opens) FullStory FS('start') Granted")]
    [InlineData("window.mouseflowAutoStart = false; s.src = '//cdn.mouseflow.com/projects/x.js'; mouseflow.start();", "Start(gated) Mouseflow cdn.mouseflow.com/projects/x.js NotGranted volume; Start(opens) Mouseflow mouseflow.start NotGranted unverified")]
    [InlineData("$.getScript('https://tools.luckyorange.com/core/lo.js?site-id=1');", "Start LuckyOrange tools.luckyorange.com/core/lo.js NotGranted volume")]
    [InlineData("const hosts = ['https://www.clarity.ms/tag/']; console.log('https://www.clarity.ms/tag/');", "")]
    [InlineData("// https://www.clarity.ms/tag/\nlet clarity = gem.clarity; clarity('set', 'a', user.email);", "")]
    public void Loading_a_recorder_starts_it(string script, string expected) => Check(script, expected);

    [Theory]
    [InlineData("import Clarity from '@microsoft/clarity'; Clarity.init('x');", "Start Clarity Clarity.init NotGranted volume")]
    [InlineData("import C from '@microsoft/clarity'; if (hasConsent()) C.init('x');", "Start Clarity Clarity.init Granted volume")]
    [InlineData("import { record } from 'rrweb'; record({ emit, maskAllInputs: false });", "Setting rrweb maskAllInputs false; Start rrweb rrweb.record NotGranted {maskAllInputs=false maskTextSelector?null}")]
    [InlineData("rrwebRecord({ emit: e => send(e) });", "Start rrweb rrweb NotGranted {maskAllInputs?false maskTextSelector?null}")]
    [InlineData("rrweb.record(options);", "Start rrweb rrweb.record NotGranted {}")]
    [InlineData("rrweb.record({ ...options, maskAllInputs: true });", "Setting rrweb maskAllInputs true; Start rrweb rrweb.record NotGranted {maskAllInputs=true}")]
    [InlineData("rrweb.record({ maskAllInputs: true, maskTextSelector: '*', maskInputOptions: { email: true } })", "Setting rrweb maskAllInputs true; Setting rrweb maskTextSelector *; Start rrweb rrweb.record NotGranted {maskAllInputs=true maskTextSelector=*}")]
    [InlineData("rrweb.record({ maskTextSelector: '*', maskInputOptions: { email: true } })", "Setting rrweb maskTextSelector *; Start rrweb rrweb.record NotGranted {maskTextSelector=* maskAllInputs?false}; Unmask rrweb maskInputOptions")]
    [InlineData("smartlook('init', 'key'); smartlook('record', { forms: true, numbers: !1 });", "Setting Smartlook forms true; Setting Smartlook numbers false; Start Smartlook smartlook('init') NotGranted {} volume")]
    [InlineData("smartlook('init', 'key'); smartlook('pause');", "Start(gated) Smartlook smartlook('init') NotGranted {} volume")]
    [InlineData("LogRocket.init('o/a');", "Start LogRocket LogRocket.init NotGranted {dom.inputSanitizer?false dom.textSanitizer?false dom.imageSanitizer?false network.isEnabled?true console.isEnabled?true} volume")]
    [InlineData("LogRocket.init('o/a', { shouldSendData: () => hasConsent(), dom: { inputSanitizer: true, textSanitizer: true, imageSanitizer: true }, network: { requestSanitizer: r => null }, console: { isEnabled: false } });", "Setting LogRocket console.isEnabled false; Setting LogRocket dom.imageSanitizer true; Setting LogRocket dom.inputSanitizer true; Setting LogRocket dom.textSanitizer true; Start(gated) LogRocket LogRocket.init NotGranted {console.isEnabled=false dom.imageSanitizer=true dom.inputSanitizer=true dom.textSanitizer=true} volume")]
    [InlineData("import OpenReplay from '@openreplay/tracker'; const t = new OpenReplay({ projectKey: 'x' }); t.start();", "Start OpenReplay tracker.start NotGranted volume")]
    [InlineData("H.init('x', { privacySetting: 'strict', networkRecording: { enabled: false } }); // highlight.run", "Setting highlight.io networkRecording.enabled false; Setting highlight.io privacySetting strict; Start highlight.io H.init NotGranted {networkRecording.enabled=false privacySetting=strict} +manualStart=true volume")]
    [InlineData("H.init('x'); H.start();", "")]
    [InlineData("heap.load('1'); // cdn.heapanalytics.com/js/heap-", "Start Heap heap.load NotGranted {} volume")]
    [InlineData("heap.load('1'); heap.push(user.email);", "")]
    [InlineData("uxc.init('k');", "Start UXCam uxc.init NotGranted unverified")]
    [InlineData("Userback.startSessionReplay();", "Start Userback Userback.startSessionReplay NotGranted")]
    [InlineData("__insp.push(['wid', 123]);", "Start Inspectlet __insp.push('wid') NotGranted volume")]
    [InlineData("import { LDRecord as R } from '@launchdarkly/session-replay'; new R({ privacySetting: 'none' });", "Setting LaunchDarkly privacySetting none; Start LaunchDarkly LDRecord NotGranted {privacySetting=none} +manualStart=true volume")]
    [InlineData("Contentsquare.injectContentsquareScript({ siteId: 1 });", "Start Contentsquare Contentsquare.injectContentsquareScript NotGranted volume")]
    [InlineData("import { injectContentsquareScript } from '@contentsquare/tag-sdk'; injectContentsquareScript({ siteId: '1' });", "Start Contentsquare Contentsquare.injectContentsquareScript NotGranted volume")]
    [InlineData("dtrum.enableSessionReplay(true);", "Setting Dynatrace 0 true; Start Dynatrace dtrum.enableSessionReplay NotGranted {0=true}")]
    [InlineData("dtrum.enableSessionReplay(); dtrum.disableSessionReplay();", "Start Dynatrace dtrum.enableSessionReplay NotGranted {} volume; Stop Dynatrace dtrum.disableSessionReplay")]
    public void A_call_starts_a_recorder_and_takes_its_options(string script, string expected) => Check(script, expected);

    [Theory]
    [InlineData("Sentry.init({ dsn, replaysSessionSampleRate: 1.0, integrations: [Sentry.replayIntegration({ maskAllText: false, unmask: ['.x'], networkDetailAllowUrls: ['/a'] })] });", "Setting Sentry maskAllText false; Setting Sentry networkDetailAllowUrls […]; Setting Sentry replaysSessionSampleRate 1; Start Sentry Sentry.init NotGranted {maskAllText=false networkDetailAllowUrls=[…] replaysSessionSampleRate=1} -0; Unmask Sentry unmask")]
    [InlineData("import * as S from '@sentry/browser'; S.init({ replaysOnErrorSampleRate: 1, integrations: all => [...all, S.replayIntegration()] });", "Setting Sentry replaysOnErrorSampleRate 1; Start Sentry Sentry.init NotGranted {replaysOnErrorSampleRate=1} -0")]
    [InlineData("const replay = Sentry.replayIntegration(); Sentry.init({ replaysSessionSampleRate: rate, integrations: [replay] }); Sentry.setUser({ email: u });", "Identify Sentry Sentry.setUser email! ; Setting Sentry replaysSessionSampleRate ?; Start Sentry Sentry.init NotGranted {replaysSessionSampleRate=?} -0 ?replaysSessionSampleRate")]
    [InlineData("Sentry.init({ dsn, replaysSessionSampleRate: 0, integrations: [Sentry.replayIntegration()] }); Sentry.setUser({ email: u });", "Setting Sentry replaysSessionSampleRate 0")]
    [InlineData("Sentry.init({ dsn, sendDefaultPii: true }); Sentry.setUser({ email: u });", "")]
    [InlineData("const replay = Sentry.replayIntegration(); replay.start(); replay.stop();", "Start Sentry replay.start NotGranted; Stop Sentry replay.stop")]
    [InlineData("if (hasConsent()) Sentry.addIntegration(Sentry.replayIntegration());", "Start Sentry Sentry.addIntegration Granted {}")]
    [InlineData("DD_RUM.init({ clientToken: 'x', sessionReplaySampleRate: 100, trackingConsent: 'granted' });", "Setting Datadog sessionReplaySampleRate 100; Setting Datadog trackingConsent granted; Start(gated) Datadog DD_RUM.init NotGranted {sessionReplaySampleRate=100 trackingConsent=granted defaultPrivacyLevel?mask-user-input} -0")]
    [InlineData("import { datadogRum } from '@datadog/browser-rum'; datadogRum.init({ sessionReplaySampleRate: 20, trackingConsent: 'not-granted', defaultPrivacyLevel: 'mask' }); consentManager.on('accepted', () => datadogRum.setTrackingConsent('granted'));", "Setting Datadog defaultPrivacyLevel mask; Setting Datadog sessionReplaySampleRate 20; Setting Datadog trackingConsent not-granted; Start(gated) Datadog DD_RUM.init NotGranted {defaultPrivacyLevel=mask sessionReplaySampleRate=20} -0; Start(opens) Datadog DD_RUM.setTrackingConsent Granted")]
    [InlineData("DD_RUM.init({ sessionSampleRate: 100 }); DD_RUM.setUser({ name: u });", "")]
    [InlineData("DD_RUM.setTrackingConsent('not-granted'); DD_RUM.startSessionReplayRecording();", "Start(opens) Datadog DD_RUM.startSessionReplayRecording NotGranted; Stop Datadog DD_RUM.setTrackingConsent")]
    [InlineData("amplitude.add(sessionReplay.plugin({ sampleRate: 1 })); amplitude.setUserId(user.email);", "Identify Amplitude amplitude.setUserId user.email; Setting Amplitude sampleRate 1; Start Amplitude amplitude.add NotGranted {sampleRate=1 privacyConfig.defaultMaskLevel?medium} -0")]
    [InlineData("import { sessionReplayPlugin } from '@amplitude/plugin-session-replay-browser'; amplitude.add(sessionReplayPlugin({ sampleRate: 0.1, privacyConfig: { defaultMaskLevel: 'light', unmaskSelector: '.a' } }));", "Setting Amplitude privacyConfig.defaultMaskLevel light; Setting Amplitude sampleRate 0.1; Start Amplitude amplitude.add NotGranted {privacyConfig.defaultMaskLevel=light sampleRate=0.1} -0; Unmask Amplitude privacyConfig.unmaskSelector")]
    [InlineData("amplitude.add(other()); amplitude.setUserId(user.email); sessionReplay;", "")]
    [InlineData("mixpanel.init('t', { record_sessions_percent: 100, record_mask_text_selector: '.x' });", "Setting Mixpanel record_sessions_percent 100; Start Mixpanel mixpanel.init NotGranted {record_sessions_percent=100 record_console?true} -0 +opt_out_tracking_by_default=true; Unmask Mixpanel record_mask_text_selector")]
    [InlineData("mixpanel.init('t'); mixpanel.people.set({ $email: e });", "")]
    [InlineData("mixpanel.init('t', { opt_out_tracking_by_default: true, record_sessions_percent: 5, record_console: false }); mixpanel.opt_in_tracking();", "Setting Mixpanel opt_out_tracking_by_default true; Setting Mixpanel record_console false; Setting Mixpanel record_sessions_percent 5; Start(gated) Mixpanel mixpanel.init NotGranted {record_console=false record_sessions_percent=5} -0; Start(opens) Mixpanel mixpanel.opt_in_tracking NotGranted")]
    [InlineData("ym(1, 'init', { clickmap: true, webvisor: true });", "Start YandexMetrica ym('init') NotGranted volume")]
    [InlineData("ym(1, 'init', { webvisor: _____ });", "Start YandexMetrica ym('init') NotGranted ?webvisor volume")]
    [InlineData("ym(1, 'init', { clickmap: true }); ym(1, 'setUserID', user.email);", "")]
    [InlineData("window.NREUM||(NREUM={});NREUM.init={session_replay:{enabled:true,mask_all_inputs:false,sampling_rate:100.0}};", "Setting NewRelic session_replay.mask_all_inputs false; Start NewRelic NREUM.init NotGranted {session_replay.mask_all_inputs=false} +session_replay.autoStart=false volume")]
    [InlineData("NREUM.init.session_replay.mask_all_inputs = false;", "Setting NewRelic session_replay.mask_all_inputs false")]
    [InlineData("import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent'; new BrowserAgent({ init: { session_replay: { enabled: true, autoStart: false } } }); newrelic.recordReplay();", "Setting NewRelic init.session_replay.autoStart false; Start(gated) NewRelic newrelic.BrowserAgent NotGranted {} volume; Start(opens) NewRelic newrelic.recordReplay NotGranted")]
    [InlineData("NREUM.init = { session_replay: { enabled: false } };", "")]
    [InlineData("var _rollbarConfig = { accessToken: 'x', captureIp: true, replay: { enabled: true } };", "Setting Rollbar captureIp true; Start Rollbar _rollbarConfig NotGranted {captureIp=true replay.maskAllInputs?false} +replay.autoStart=false")]
    [InlineData("Rollbar.init({ accessToken: 'x', payload: { person: { email: u } } });", "")]
    public void A_start_may_depend_on_what_is_given(string script, string expected) => Check(script, expected);

    [Theory]
    [InlineData("posthog.init('k', { api_host: 'https://eu.i.posthog.com' });", "Start PostHog posthog.init NotGranted {session_recording.maskTextSelector?null} +opt_out_capturing_by_default=true")]
    [InlineData("posthog.init('k', { opt_out_capturing_by_default: true, session_recording: { maskTextSelector: '*', maskAllInputs: false, sampleRate: 1 } }); function accepted() { posthog.opt_in_capturing(); }", "Setting PostHog opt_out_capturing_by_default true; Setting PostHog session_recording.maskAllInputs false; Setting PostHog session_recording.maskTextSelector *; Setting PostHog session_recording.sampleRate 1; Start(gated) PostHog posthog.init NotGranted {session_recording.maskAllInputs=false session_recording.maskTextSelector=* session_recording.sampleRate=1}; Start(opens) PostHog posthog.opt_in_capturing Unknown ?accepted")]
    [InlineData("posthog.init('k', { disable_session_recording: !hasConsent(), session_recording: cfg });", "Setting PostHog disable_session_recording ?; Start(gated) PostHog posthog.init NotGranted {}")]
    [InlineData("posthog.init('k', options); posthog.startSessionRecording();", "Start PostHog posthog.init NotGranted {}")]
    [InlineData("posthog.init('k', options); posthog.opt_out_capturing();", "Start(gated) PostHog posthog.init NotGranted {}; Stop PostHog posthog.opt_out_capturing")]
    [InlineData("posthog.init('k', options); reject.onclick = () => posthog.opt_out_capturing();", "Start PostHog posthog.init NotGranted {}; Stop PostHog posthog.opt_out_capturing")]
    [InlineData("posthog.init('k', { opt_out_capturing_by_default: false, session_recording: { maskTextSelector: '*' } });", "Setting PostHog opt_out_capturing_by_default false; Setting PostHog session_recording.maskTextSelector *; Start(gated) PostHog posthog.init NotGranted {opt_out_capturing_by_default=false session_recording.maskTextSelector=*}")]
    [InlineData("pendo.initialize({ visitor: { id: userId, email: '_____' }, recording: { autoStart: false } }); if (hasConsent()) pendo.recording.start();", "Identify Pendo pendo.initialize email!; Setting Pendo recording.autoStart false; Start(gated) Pendo pendo.initialize NotGranted {} volume; Start(opens) Pendo pendo.recording.start Granted")]
    [InlineData("var _paq = window._paq = window._paq || []; _paq.push(['HeatmapSessionRecording::disable']); g.src = u + 'matomo.js'; acceptConsentButton.onclick = function () { _paq.push(['HeatmapSessionRecording::enable']); };", "Start(gated) Matomo matomo.js NotGranted volume; Start(opens) Matomo _paq.push('HeatmapSessionRecording::enable') Granted; Stop Matomo _paq.push('HeatmapSessionRecording::disable')")]
    [InlineData("_paq.push(['trackPageView']); g.src = u + 'matomo.js'; _paq.push(['setUserId', user.email]);", "")]
    [InlineData("g.src = u + 'piwik.js'; _paq.push(['HeatmapSessionRecording::enable']); _paq.push(['setUserId', user.email]);", "Identify Matomo _paq.push('setUserId') user.email; Start Matomo piwik.js NotGranted volume")]
    public void A_gate_holds_a_start_back(string script, string expected) => Check(script, expected);

    [Theory]
    [InlineData("clarity('identify', user.email, null, null, user.name)", "Identify Clarity clarity('identify') user.email")]
    [InlineData("clarity('identify', userId, sessionId)", "")]
    [InlineData("clarity('identify', '_____')", "Identify Clarity clarity('identify') User.Identity.Name")]
    [InlineData("clarity('set', 'plan', plan); clarity('set', 'email', value); clarity('set', 'user', currentUser.displayName);", "Identify Clarity clarity('set') currentUser.displayName; Identify Clarity clarity('set') email!")]
    [InlineData("clarity('set', 'email', 'none'); clarity('set', 'email', sha256(user.email));", "")]
    [InlineData("window.hj && hj('identify', null, { email: e, plan })", "Identify Hotjar hj('identify') email!")]
    [InlineData("FS('setIdentity', { uid: id, properties: { displayName: name, phoneNumber: p, plan: 'x' } })", "Identify FullStory FS('setIdentity') displayName!; Identify FullStory FS('setIdentity') phoneNumber!")]
    [InlineData("FS.identify(user.email, { email: user.email })", "Identify FullStory FS.identify email!; Identify FullStory FS.identify user.email")]
    [InlineData("posthog.identify(hash(user.email), { email: hash(user.email) }); posthog.capture('x', { email: emailInput.value, email_sent: true, count: emails.length });", "Identify PostHog posthog.capture email!")]
    [InlineData("posthog.identify(`u-${user.email.toLowerCase()}`)", "Identify PostHog posthog.identify argument")]
    [InlineData("posthog.identify('a@b.example')", "Identify PostHog posthog.identify argument")]
    [InlineData("posthog.identify(id, { name: null, email: '' })", "")]
    [InlineData("DD_RUM.setUser({ id, name: n }); DD_RUM.setUserProperty('email', x)", "Identify Datadog DD_RUM.setUser name!; Identify Datadog DD_RUM.setUserProperty email!")]
    [InlineData("LogRocket.identify(u.id, { name: u.name, email: u.email })", "Identify LogRocket LogRocket.identify email!; Identify LogRocket LogRocket.identify name!")]
    [InlineData("_mfq.push(['setVariable', 'user', user.email])", "Identify Mouseflow _mfq.push('setVariable') user.email unverified")]
    [InlineData("__insp.push(['identify', user.email])", "Identify Inspectlet __insp.push('identify') user.email unverified")]
    [InlineData("const t = new OpenReplay({}); t.setUserID(user.email); t.start({ userID: user.email }); // openreplay", "Identify OpenReplay tracker.setUserID user.email; Identify OpenReplay tracker.start userID; Start OpenReplay tracker.start NotGranted volume")]
    [InlineData("Userback.email(user.email); Userback.identify('7', { name })", "Identify Userback Userback.email user.email; Identify Userback Userback.identify name!")]
    [InlineData("dtrum.identifyUser(userName)", "Identify Dynatrace dtrum.identifyUser userName")]
    [InlineData("smartlook('identify', 1, { email })", "Identify Smartlook smartlook('identify') email!")]
    [InlineData("var FS = require('fs'); FS.identify(user.email);", "")]
    [InlineData("import clarity from './clarity'; clarity('identify', user.email);", "")]
    public void An_identity_is_found_by_keys_words_and_template_code(string script, string expected) => Check(script, expected);

    [Theory]
    [InlineData(ClarityTag + "clarity('consentv2', { ad_Storage: 'denied', analytics_Storage: 'granted' });", "clarity('consentv2') -> the tag, loaded only after consent")]
    [InlineData("clarity('consentv2', { ad_Storage: 'denied' });", "")]
    [InlineData("if (hasConsent()) { " + ClarityTag + " } clarity('consent');", "")]
    [InlineData("posthog.init('k', { persistence: 'memory', respect_dnt: false });", "persistence -> opt_out_capturing_by_default: true, and opt_in_capturing after consent")]
    [InlineData("posthog.init('k', { persistence: 'memory', opt_out_capturing_by_default: true });", "")]
    [InlineData("s.src = '/matomo.js'; _paq.push(['requireCookieConsent']); // HeatmapSessionRecording", "_paq.push('requireCookieConsent') -> requireConsent; without cookies it still records")]
    public void What_only_looks_like_a_gate_is_told_where_it_matters(string script, string expected) =>
        Assert.Equal(expected, string.Join("; ", ScriptUsageReader.ReadFalseGates(ScriptDocument.Parse(script), Page(script)).Select(static gate => $"{gate.Member} -> {gate.Use}")));

    [Theory]
    [InlineData("clarity('consentv2', { ad_Storage: 'granted' });", "Share Clarity ad_Storage")]
    [InlineData("clarity('consentv2');", "Share Clarity ad_Storage")]
    [InlineData("clarity('consentv2', { ad_Storage: 'denied' }); clarity('consentv2', choices);", "")]
    [InlineData("_uxa.push(['optout']); if (hasConsent()) _uxa.push(['trackConsentGranted']);", "Start(opens) Contentsquare _uxa.push('trackConsentGranted') Granted unverified; Stop Contentsquare _uxa.push('optout') unverified")]
    public void Sharing_stopping_and_opening_are_usages(string script, string expected) => Check(script, expected);

    [Theory]
    [InlineData("User.Identity.Name", true)]
    [InlineData("@User.Identity!.Name", true)]
    [InlineData("(User?.Identity?.Name ?? \"\")", true)]
    [InlineData("User.FindFirst(ClaimTypes.Email)?.Value", true)]
    [InlineData("User.FindFirstValue(\"email\")", true)]
    [InlineData("User.Claims.FirstOrDefault(c => c.Type == \"name\")?.Value", true)]
    [InlineData("Model.Email.ToLowerInvariant()", true)]
    [InlineData("Json.Serialize(Model.User.EmailAddress)", true)]
    [InlineData("Hash(Model.Email)", false)]
    [InlineData("Model.UserId", false)]
    [InlineData("Model.Email.Length", false)]
    [InlineData("User.Identity.IsAuthenticated ? \"1\" : \"0\"", false)]
    [InlineData("Model.Email != null", false)]
    [InlineData("ViewData[\"Title\"]", false)]
    [InlineData("ViewData[\"Email\"]", true)]
    [InlineData("User.FindFirstValue(ClaimTypes.NameIdentifier)", false)]
    [InlineData("Page.Name", false)]
    [InlineData("(", false)]
    public void Code_of_a_template_identifies_by_its_names(string code, bool expected) =>
        Assert.Equal(expected, new CodeIdentifiers(new IdentifierWords(RecorderCatalog.BuiltIn)).IsDirect(code));

    [Theory]
    [InlineData("s.src = 'https://www.clarity.ms/tag/x'; if (", "Start Clarity www.clarity.ms/tag/x Unknown ? volume")]
    [InlineData("var t = 'https://www.clarity.ms/tag/x' + ; @foreach", "Start Clarity www.clarity.ms/tag/x Unknown ? volume")]
    public void A_script_that_cannot_be_parsed_still_loads(string script, string expected) => Check(script, expected);

    [Fact]
    public void What_one_script_of_a_page_holds_back_another_does_not_start()
    {
        const string Gate = "window._fs_capture_on_startup = false;";
        const string Load = "window._fs_script = 'edge.fullstory.com/s/fs.js'; FS.consent(true);";
        var recorders = new PageRecorders();
        ScriptUsageReader.Note(ScriptDocument.Parse(Load), Page(Load, recorders));
        ScriptUsageReader.Note(ScriptDocument.Parse(Gate), Page(Gate, recorders));

        Assert.Equal("Start(gated) FullStory edge.fullstory.com/s/fs.js NotGranted volume", Read(Load, Page(Load, recorders)));
    }

    [Fact]
    public void No_call_or_option_of_the_catalogue_throws_or_is_forgotten()
    {
        foreach (var fact in RecorderCatalog.BuiltIn.Recorders.SelectMany(static recorder => recorder.ScriptFacts).OfType<JsFact>().Where(static fact => fact.Until is null))
        {
            var script = ScriptOf(fact);
            var page = Page(script);
            var usages = ScriptUsageReader.Read(ScriptDocument.Parse(script), page).ToList();
            if (page.Recorders.IsOurBusiness(fact.Recorder) && fact is JsStopFact or JsIdentifyFact or JsUnmaskFact or JsShareFact or JsSettingFact { Protects: not (Protects.Network or Protects.Identity) })
                Assert.True(usages.Exists(usage => usage.Recorder == fact.Recorder), script);

            for (var length = 0; length < script.Length; length++)
                _ = Read(script[..length], Page(script[..length]));
        }
    }

    /// <summary>The shortest script in which the fact counts.</summary>
    private static string ScriptOf(JsFact fact)
    {
        var value = fact switch
        {
            JsSettingFact setting => setting.Protects == Protects.Rate ? "1" : setting.Safe.IsEmpty ? "true" : setting.Safe[0] is "true" ? "false" : "true",
            JsUnmaskFact => "['.x']",
            _ => fact.Value is "true" or "false" or "null" or null ? fact.Value ?? "user.email" : $"'{fact.Value}'",
        };
        var arguments = fact switch
        {
            _ when fact.Path.Option is { } option && char.IsDigit(option[0]) => value,
            _ when fact.Path.Option is { } option => option.Split('.').Reverse().Aggregate(value, static (inner, key) => $"{{ {key}: {inner} }}"),
            JsIdentifyFact { Arguments.IsEmpty: false } identify => string.Join(", ", Enumerable.Repeat("'x'", identify.Arguments[0]).Append("user.email")),
            JsIdentifyFact identify => identify.Properties[0].TrimEnd('*').TrimEnd('.') is { Length: > 0 } path ? path.Split('.').Reverse().Aggregate("user.email", static (inner, key) => $"{{ {key}: {inner} }}") : "{ email: user.email }",
            _ => fact.Value is null ? "" : value,
        };
        var command = fact.Argument is null ? arguments : fact.Path.SimpleName == "push" ? $"['{fact.Argument}', {arguments}]" : $"'{fact.Argument}', {arguments}";
        var call = char.IsUpper(fact.Path.SimpleName[0]) ? "new " + fact.Path.Call : fact.Path.Call;
        return (fact.Path.Call.StartsWith('_') && !fact.Path.Call.Contains('.') ? $"{call} = {command};" : $"{call}({command});") + " // " + string.Join(" ", fact.Requires);
    }

    private static void Check(string script, string expected)
    {
        Assert.Equal(string.Join("\n", expected.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Trim())), Read(script, Page(script)).Replace("; ", "\n"));
        for (var length = 0; length < script.Length; length++)
            _ = Read(script[..length], Page(script[..length]));
    }

    private static string Read(string script, ScriptPage page) =>
        string.Join("; ", ScriptUsageReader.Read(ScriptDocument.Parse(script), page).Where(IsJudgedByItself).Select(Describe).Order(StringComparer.Ordinal));

    /// <summary>Marks matter to what they are put on, links to the purpose; both have tests of their own.</summary>
    private static bool IsJudgedByItself(RecorderUsage usage) => usage.Kind is not (UsageKind.Mark or UsageKind.Link);

    private static string Describe(RecorderUsage usage)
    {
        var parts = new List<string> { usage.Kind.ToString() + (usage.IsGated ? "(gated)" : usage.SetsUp ? "" : "(opens)"), usage.Recorder.Name, usage.Member };
        if (usage.Kind == UsageKind.Setting)
            parts.Add(usage.Value.Text ?? "?");

        if (usage.Identifier is { } identifier)
            parts.Add(identifier + (usage.IdentifierIsDirect ? "!" : ""));

        if (usage.Kind == UsageKind.Start)
            parts.Add(usage.Consent.ToString());

        if (usage.Options is { } options)
            parts.Add("{" + string.Join(" ", options.Settings.OrderBy(static s => s.IsLeftToDefault).ThenBy(static s => s.IsLeftToDefault ? "" : s.Path, StringComparer.Ordinal).Select(static s => $"{s.Path}{(s.IsLeftToDefault ? "?" : "=")}{s.Value.Text ?? "?"}")) + "}");

        if (usage.SwitchOff is { } off)
            parts.Add("-" + off);

        if (usage.MissingGate is { } gate)
            parts.Add("+" + gate.Assignment);

        if (usage.Doubt is { } doubt)
            parts.Add("?" + doubt.Subject);

        if (usage.IsUnverified)
            parts.Add("unverified");

        if (usage.IsVolumeOutOfSight)
            parts.Add("volume");

        return string.Join(" ", parts);
    }

    private static ScriptPage Page(string script, PageRecorders? recorders = null) =>
        new(RecorderCatalog.BuiltIn.Scripts, new IdentifierWords(RecorderCatalog.BuiltIn), script, static span => Location.Create("page.js", span, default))
        {
            Recorders = recorders ?? new PageRecorders(),
            TemplateCode = span => span.End <= script.Length && script.Substring(span.Start, span.Length).Contains("_____", StringComparison.Ordinal) ? "User.Identity.Name" : null,
        };
}
