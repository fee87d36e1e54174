// Where the events of a recording go.
window.shopReplay = {
    send: function (event) {
        navigator.sendBeacon("/replay", JSON.stringify(event));
    }
};
