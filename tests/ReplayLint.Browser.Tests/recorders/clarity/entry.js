import Clarity from '@microsoft/clarity';

window.Clarity = Clarity;
