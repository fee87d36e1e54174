// The visitor's answer, and where the events of a recording go.
(function () {
    const cookie = "analytics-consent";
    const sixMonths = 180 * 24 * 60 * 60;

    function hasConsent() {
        return document.cookie.split("; ").includes(cookie + "=yes");
    }

    function answer(value) {
        document.cookie = cookie + "=" + value + "; path=/; samesite=lax; max-age=" + sixMonths;
    }

    function send(event) {
        if (hasConsent()) {
            navigator.sendBeacon("/replay", JSON.stringify(event));
        }
    }

    window.shopReplay = { hasConsent, answer, send };
})();
