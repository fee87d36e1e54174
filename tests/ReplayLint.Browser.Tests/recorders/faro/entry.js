import * as web from '@grafana/faro-web-sdk';
import * as replay from '@grafana/faro-instrumentation-replay';

window.GrafanaFaroWebSdk = web;
window.GrafanaFaroInstrumentationReplay = replay;
