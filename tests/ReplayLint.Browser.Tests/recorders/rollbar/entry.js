import Rollbar from 'rollbar/replay';

window.Rollbar = Rollbar;
