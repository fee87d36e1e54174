import { BrowserAgent } from '@newrelic/browser-agent';

window.newrelic = Object.assign(window.newrelic || {}, { BrowserAgent });
