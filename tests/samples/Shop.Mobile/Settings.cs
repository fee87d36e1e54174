namespace Shop.Mobile;

/// <summary>The app's stored settings.</summary>
public interface ISettings
{
    string Get(string key, string fallback);
}

public sealed class InMemorySettings : ISettings
{
    private readonly Dictionary<string, string> _values = [];

    public string Get(string key, string fallback) => _values.GetValueOrDefault(key, fallback);
}
