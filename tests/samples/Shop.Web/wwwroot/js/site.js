// Smartlook: which products people look at.
(function (page) {
    var queue = window.smartlook = window.smartlook || function () { queue.api.push(arguments); };
    queue.api = queue.api || [];

    var script = page.createElement("script");
    script.async = true;
    script.src = "https://web-sdk.smartlook.com/recorder.js";
    page.head.appendChild(script);
})(document);

window.smartlook("init", "shop-project-key", { region: "eu" }); // expect: RPL1001 RPL5001
window.smartlook("record", { forms: true, numbers: false }); // expect: RPL2001

document.querySelectorAll("input[autofocus]").forEach(function (input) {
    input.focus();
});
