import { H } from 'highlight.run';

window.H = H;
