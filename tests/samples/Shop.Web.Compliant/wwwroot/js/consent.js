// What the visitor answered, and what follows from it.
const choice = "analytics-consent";
const sixMonths = 180 * 24 * 60 * 60;

function hasAnalyticsConsent() {
    return document.cookie.split("; ").includes(`${choice}=yes`);
}

// Called only where the answer is known to be yes.
function loadSmartlook() {
    const queue = window.smartlook = window.smartlook || function () { queue.api.push(arguments); };
    queue.api = queue.api || [];

    const script = document.createElement("script");
    script.async = true;
    script.src = "https://web-sdk.smartlook.com/recorder.js";
    document.head.appendChild(script);

    window.smartlook("init", "shop-project-key", { region: "eu" });
    window.smartlook("record", { forms: false, numbers: false, emails: false, ips: false, api: false });
}

function accept(banner) {
    document.cookie = banner.dataset.accepted;
    banner.hidden = true;
    if (hasAnalyticsConsent()) {
        loadSmartlook();
    }
}

function reject(banner) {
    document.cookie = `${choice}=no; path=/; samesite=lax; max-age=${sixMonths}`;
    banner.hidden = true;
}

function withdraw() {
    document.cookie = `${choice}=no; path=/; samesite=lax; max-age=${sixMonths}`;
    window.smartlook?.("disable");
    window.clarity?.("stop");
    window.posthog?.opt_out_capturing?.();
}

const banner = document.getElementById("cookie-banner");
if (banner) {
    banner.hidden = document.cookie.includes(`${choice}=`);
    document.getElementById("accept-analytics").addEventListener("click", () => accept(banner));
    document.getElementById("reject-analytics").addEventListener("click", () => reject(banner));
}

document.getElementById("withdraw-consent")?.addEventListener("submit", withdraw);

if (hasAnalyticsConsent()) {
    loadSmartlook();
}
