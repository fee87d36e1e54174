using System.Text;

namespace ReplayLint.Tool.Fixing;

/// <summary>A text file as its bytes are, so that what is not edited stays the same to the last of them.</summary>
internal sealed class SourceFile
{
    private static readonly Encoding[] WithMark =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private SourceFile(string text, Encoding encoding)
    {
        Text = text;
        Encoding = encoding;
    }

    public string Text { get; }

    public Encoding Encoding { get; }

    /// <summary>
    /// Reads a file, by its byte order mark or as UTF-8; null when its bytes cannot be told back from the text, because they are
    /// in another encoding or none.
    /// </summary>
    public static SourceFile? Read(byte[] bytes)
    {
        var encoding = Array.Find(WithMark, candidate => bytes.AsSpan().StartsWith(candidate.Preamble)) ?? Utf8;
        try
        {
            var text = encoding.GetString(bytes, encoding.Preamble.Length, bytes.Length - encoding.Preamble.Length);
            return Bytes(text, encoding).AsSpan().SequenceEqual(bytes) ? new SourceFile(text, encoding) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The bytes of another text in the same encoding; null when it cannot hold the text.</summary>
    public byte[]? Encode(string text)
    {
        try
        {
            var bytes = Bytes(text, Encoding);
            return Read(bytes)?.Text == text ? bytes : null;
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static byte[] Bytes(string text, Encoding encoding) => [.. encoding.Preamble, .. encoding.GetBytes(text)];
}
