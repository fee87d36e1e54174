using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace ReplayLint.Browser.Tests.Payloads;

/// <summary>
/// Unpacks bodies of requests: JSON, lines of it, gzip, deflate, base64, multipart forms, envelopes of several parts, forms in
/// URL encoding, and each of them inside of another. Of binary messages the texts are taken.
/// </summary>
internal sealed class PayloadReader
{
    private const int MaximumDepth = 12;
    private const int ShortestBase64 = 24;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly StringBuilder _text = new();
    private readonly SortedSet<string> _packings = new(StringComparer.Ordinal);
    private readonly List<string> _opaque = [];

    public static Payload Read(byte[] body)
    {
        var reader = new PayloadReader();
        reader.ReadBytes(body, 0);
        return new Payload(reader._text.ToString(), reader._packings, reader._opaque);
    }

    private void ReadBytes(byte[] bytes, int depth)
    {
        if (bytes.Length == 0 || depth > MaximumDepth)
            return;

        if (Unpack(bytes) is { } unpacked)
        {
            _packings.Add(bytes[0] == 0x1f ? "gzip" : "deflate");
            ReadBytes(unpacked, depth + 1);
        }
        else if (bytes[0] == '-' && bytes.Length > 3 && bytes[1] == '-' && Multipart.TrySplit(bytes) is { } parts)
        {
            _packings.Add("multipart");
            foreach (var part in parts)
                ReadBytes(part, depth + 1);
        }
        else if (TryText(bytes) is { } text)
        {
            ReadText(text, depth);
        }
        else if (SplitAtPacked(bytes) is var (before, after))
        {
            ReadBytes(before, depth + 1);
            ReadBytes(after, depth + 1);
        }
        else
        {
            ReadBinary(bytes);
        }
    }

    private void ReadText(string text, int depth)
    {
        _text.Append(text).Append('\n');
        if (depth > MaximumDepth)
            return;

        // Some make text of packed bytes, one character a byte.
        if (text.Length > 2 && text[0] == '\u001f' && text[1] == '\u008b' && text.All(static c => c < 256))
        {
            ReadBytes(Encoding.Latin1.GetBytes(text), depth + 1);
            return;
        }

        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length < 2)
            return;

        if (trimmed[0] is '{' or '[' or '"')
        {
            if (!TryJson(trimmed.ToString(), depth))
            {
                foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line.Length > 1 && line[0] is '{' or '['))
                    TryJson(line, depth);
            }
        }
        else if (TryBase64(trimmed) is { } bytes)
        {
            _packings.Add("base64");
            ReadBytes(bytes, depth + 1);
        }
        else if (trimmed.IndexOf('=') > 0 && trimmed.IndexOfAny(' ', '<', '\n') < 0 && depth < 3)
        {
            foreach (var pair in trimmed.ToString().Split('&'))
                ReadText(Uri.UnescapeDataString(pair[(pair.IndexOf('=') + 1)..].Replace('+', ' ')), depth + 3);
        }
    }

    private bool TryJson(string text, int depth)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 512 });
            _packings.Add("json");
            Walk(document.RootElement, depth + 1);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Walk(JsonElement element, int depth)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WalkBytes(element, depth);
                foreach (var member in element.EnumerateObject())
                {
                    _text.Append(member.Name).Append('\n');
                    Walk(member.Value, depth);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Walk(item, depth);
                break;
            case JsonValueKind.String:
                ReadText(element.GetString()!, depth);
                break;
            case JsonValueKind.Number:
                _text.Append(element.GetRawText()).Append('\n');
                break;
        }
    }

    /// <summary>An array of bytes that became an object: <c>{"0":31,"1":139,…}</c>.</summary>
    private void WalkBytes(JsonElement element, int depth)
    {
        if (!element.TryGetProperty("0", out var first) || first.ValueKind != JsonValueKind.Number)
            return;

        var bytes = new List<byte>();
        while (element.TryGetProperty(bytes.Count.ToString(CultureInfo.InvariantCulture), out var item) && item.ValueKind == JsonValueKind.Number && item.TryGetByte(out var value))
            bytes.Add(value);

        if (bytes.Count > 2)
            ReadBytes([.. bytes], depth + 1);
    }

    /// <summary>Texts of at least three characters, as in the messages of a binary protocol.</summary>
    private void ReadBinary(byte[] bytes)
    {
        var found = new StringBuilder();
        var length = 0;
        foreach (var c in Encoding.UTF8.GetString(bytes))
        {
            if (c is >= ' ' and not '\ufffd')
            {
                found.Append(c);
                length++;
                continue;
            }

            if (length > 0)
                found.Append('\n');

            length = 0;
        }

        _text.Append(found).Append('\n');
        var readable = bytes.Count(static value => value is >= 0x20 and < 0x7f);
        if (readable < bytes.Length * 0.6)
            _opaque.Add($"{bytes.Length} bytes beginning with {Convert.ToHexString(bytes.AsSpan(0, Math.Min(8, bytes.Length)))}");
        else
            _packings.Add("binary with texts");
    }

    private static string? TryText(byte[] bytes)
    {
        try
        {
            var text = StrictUtf8.GetString(bytes);
            return text.Count(static c => c is < ' ' and not ('\n' or '\r' or '\t')) <= text.Length / 50 || text[0] == '\u001f' ? text : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static byte[]? TryBase64(ReadOnlySpan<char> text)
    {
        var comma = text.StartsWith("data:") ? text.IndexOf(',') + 1 : 0;
        text = text[comma..];
        if (text.Length < ShortestBase64)
            return null;

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '/' or '=' or '-' or '_'))
                return null;
        }

        var standard = text.ToString().Replace('-', '+').Replace('_', '/').TrimEnd('=');
        var bytes = new byte[standard.Length];
        if (!Convert.TryFromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='), bytes, out var count))
            return null;

        var result = bytes[..count];
        return Unpack(result) is not null || TryText(result) is not null ? result : null;
    }

    /// <summary>What a stream of gzip or deflate holds, also when its end is missing; null when it is none.</summary>
    private static byte[]? Unpack(byte[] bytes)
    {
        var isGzip = bytes.Length > 10 && bytes[0] == 0x1f && bytes[1] == 0x8b;
        var isDeflate = bytes.Length > 6 && bytes[0] == 0x78 && ((bytes[0] << 8) + bytes[1]) % 31 == 0;
        if (!isGzip && !isDeflate)
            return null;

        using var source = new MemoryStream(bytes);
        using Stream stream = isGzip ? new GZipStream(source, CompressionMode.Decompress) : new ZLibStream(source, CompressionMode.Decompress);
        using var result = new MemoryStream();
        var buffer = new byte[8192];
        try
        {
            while (stream.Read(buffer) is > 0 and var count)
                result.Write(buffer, 0, count);
        }
        catch (InvalidDataException)
        {
            // Cut off, or followed by something else: what was read counts.
        }

        return result.Length > 0 ? result.ToArray() : null;
    }

    /// <summary>Something readable, and packed bytes from the beginning of a line on.</summary>
    private static (byte[] Before, byte[] After)? SplitAtPacked(byte[] bytes)
    {
        for (var i = 0; i < bytes.Length - 2; i++)
        {
            if (bytes[i] == '\n' && Unpack(bytes[(i + 1)..]) is not null)
                return (bytes[..i], bytes[(i + 1)..]);
        }

        return null;
    }
}
