using System.Text;

namespace ReplayLint.Browser.Tests.Payloads;

/// <summary>Forms of several parts.</summary>
internal static class Multipart
{
    /// <summary>The contents of the parts, or null when it is no such form.</summary>
    public static IReadOnlyList<byte[]>? TrySplit(byte[] body)
    {
        var endOfLine = body.AsSpan().IndexOf("\r\n"u8);
        if (endOfLine < 3)
            return null;

        byte[] boundary = [.. "\r\n"u8, .. body.AsSpan(0, endOfLine)];
        var parts = new List<byte[]>();
        var start = endOfLine;
        while (body.AsSpan(start).IndexOf("\r\n\r\n"u8) is >= 0 and var head)
        {
            var content = start + head + 4;
            var length = body.AsSpan(content).IndexOf(boundary);
            if (length < 0)
                break;

            parts.Add(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body, start, head)));
            parts.Add(body[content..(content + length)]);
            start = content + length + boundary.Length;
        }

        return parts.Count > 0 ? parts : null;
    }
}
