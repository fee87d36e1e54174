using ReplayLint.Browser.Tests.Packages;

namespace ReplayLint.Browser.Tests.Pages;

/// <summary>A consent platform, with its own code: what a fix puts behind consent waits for it.</summary>
internal static class ConsentPlatform
{
    public const string Script = "https://cdn.jsdelivr.net/npm/vanilla-cookieconsent@3.1.0/dist/cookieconsent.umd.js";

    public static byte[] Code => RecorderPackages.FileOf("vanilla-cookieconsent/dist/cookieconsent.umd.js");

    /// <summary>What a page has in its head, with a script that waits for consent already: it tells the fix how this page does that.</summary>
    public static string Html => $$"""
        <script src="{{Script}}"></script>
        <script>
        document.addEventListener('DOMContentLoaded', () => CookieConsent.run({ categories: { necessary: { enabled: true, readOnly: true }, analytics: {} }, language: { default: 'en', translations: { en: { consentModal: {}, preferencesModal: { sections: [] } } } } }));
        </script>
        <script type="text/plain" data-category="analytics">window.isCounted = true;</script>
        """;

    /// <summary>What the button of its banner calls.</summary>
    public const string Accept = "CookieConsent.acceptCategory('analytics');";
}
