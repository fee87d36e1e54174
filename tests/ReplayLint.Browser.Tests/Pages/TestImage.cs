namespace ReplayLint.Browser.Tests.Pages;

/// <summary>A picture of one dot.</summary>
internal static class TestImage
{
    public static byte[] Bytes { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
}
