import OpenReplay from '@openreplay/tracker';

window.OpenReplay = OpenReplay;
