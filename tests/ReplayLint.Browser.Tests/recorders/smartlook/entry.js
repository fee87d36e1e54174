import Smartlook from 'smartlook-client';

window.smartlookClient = Smartlook;
