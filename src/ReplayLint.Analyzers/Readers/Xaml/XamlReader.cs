using System.Collections.Immutable;
using System.Xml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.Xaml;

/// <summary>
/// Finds the attached properties of recorders in XAML: <c>&lt;Label replay:SessionReplay.Mask="Unmask" /&gt;</c>. The prefix
/// is the author's choice; the namespace behind it says whose property it is.
/// </summary>
internal sealed class XamlReader(FactIndex facts)
{
    private const string FieldEnding = "Property";

    private static readonly string[] NamespaceSchemes = ["clr-namespace:", "using:"];

    public static bool IsXaml(string path) => path.EndsWith(".xaml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file as far as it is well-formed: what is being typed is mostly at its end.</summary>
    public ImmutableArray<RecorderUsage> Read(string path, SourceText source, CancellationToken cancellation)
    {
        var usages = ImmutableArray.CreateBuilder<RecorderUsage>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, ConformanceLevel = ConformanceLevel.Fragment };
        using var text = new StringReader(source.ToString());
        using var reader = XmlReader.Create(text, settings);
        try
        {
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                while (reader.MoveToNextAttribute())
                {
                    foreach (var fact in FindProperty(reader.NamespaceURI, reader.LocalName))
                    {
                        if (fact is UnmaskFact unmask && (unmask.Value is null || unmask.Value == reader.Value))
                            usages.Add(new RecorderUsage(UsageKind.Unmask, unmask, LocationOf(path, source, (IXmlLineInfo)reader, reader.Name)));
                    }
                }
            }
        }
        catch (XmlException)
        {
            // The compiler of the XAML says what is wrong with it.
        }

        return usages.ToImmutable();
    }

    /// <summary>What is known about <c>Type.Property</c> of a namespace; the catalogue names the field that registers the property.</summary>
    private ImmutableArray<Fact> FindProperty(string uri, string name)
    {
        var dot = name.IndexOf('.');
        return dot > 0 && facts.HasName(name.Substring(dot + 1) + FieldEnding) && NamespaceOf(uri) is { } space
            ? facts.FindById($"F:{space}.{name}{FieldEnding}")
            : ImmutableArray<Fact>.Empty;
    }

    private static string? NamespaceOf(string uri)
    {
        foreach (var scheme in NamespaceSchemes)
        {
            if (!uri.StartsWith(scheme, StringComparison.Ordinal))
                continue;

            var end = uri.IndexOf(';');
            return end < 0 ? uri.Substring(scheme.Length) : uri.Substring(scheme.Length, end - scheme.Length);
        }

        return null;
    }

    /// <summary>From the name of the attribute to the end of its value.</summary>
    private static Location LocationOf(string path, SourceText source, IXmlLineInfo position, string name)
    {
        var start = source.Lines[position.LineNumber - 1].Start + position.LinePosition - 1;
        var end = start + name.Length;
        while (end < source.Length && source[end] is not ('"' or '\''))
            end++;

        if (end < source.Length)
        {
            var quote = source[end++];
            while (end < source.Length && source[end] != quote)
                end++;
        }

        var span = TextSpan.FromBounds(start, Math.Min(end + 1, source.Length));
        return Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
    }
}
