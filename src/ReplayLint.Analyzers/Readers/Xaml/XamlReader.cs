using System.Collections.Immutable;
using System.Xml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Readers.Content;

namespace ReplayLint.Readers.Xaml;

/// <summary>
/// Finds the attached properties of recorders in XAML: <c>&lt;Label replay:SessionReplay.Mask="Unmask" /&gt;</c>. The prefix
/// is the author's choice; the namespace behind it says whose property it is. Finds password fields that a recorder may hold, too.
/// </summary>
internal sealed class XamlReader(FactIndex facts, ProjectFilming filming)
{
    private const string FieldEnding = "Property";

    private const string PasswordProperty = "IsPassword";

    private static readonly ImmutableArray<string> Password = ImmutableArray.Create("password");

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
                var isPassword = false;
                var shown = new List<(UnmaskFact Fact, string Attribute)>();
                var element = (reader.Name, Place: reader.NodeType == XmlNodeType.Element ? NameAt(path, source, (IXmlLineInfo)reader, reader.Name) : Location.None);
                while (reader.MoveToNextAttribute())
                {
                    isPassword |= reader is { LocalName: PasswordProperty, NamespaceURI: "" } && string.Equals(reader.Value.Trim(), "true", StringComparison.OrdinalIgnoreCase);
                    foreach (var fact in FindProperty(reader.NamespaceURI, reader.LocalName))
                    {
                        if (fact is not UnmaskFact unmask || (unmask.Value is not null && unmask.Value != reader.Value))
                            continue;

                        usages.Add(new RecorderUsage(UsageKind.Unmask, unmask, LocationOf(path, source, (IXmlLineInfo)reader, reader.Name)));
                        shown.Add((unmask, reader.Name + "=" + reader.Value));
                    }
                }

                if (isPassword)
                    usages.AddRange(ReadPassword(element.Name, element.Place, shown));
            }
        }
        catch (XmlException)
        {
            // The compiler of the XAML says what is wrong with it.
        }

        return usages.ToImmutable();
    }

    /// <summary>
    /// A field for passwords that is shown on purpose, or with all others by the options of the project. What a recorder makes of
    /// the dots on the screen is not known, so the latter is a hint.
    /// </summary>
    private IEnumerable<RecorderUsage> ReadPassword(string element, Location place, List<(UnmaskFact Fact, string Attribute)> shown)
    {
        foreach (var (unmask, attribute) in shown)
            yield return new RecorderUsage(UsageKind.Field, unmask.Recorder, element, place) { FieldKind = "a password", IsUnverified = unmask.IsUnverified, Unmark = attribute };

        foreach (var film in filming.OfScreens)
        {
            if (!shown.Exists(unmask => unmask.Fact.Recorder == film.Recorder) && film.OfInput(Password) == Exposure.Shown)
                yield return new RecorderUsage(UsageKind.Field, film.Recorder, element, place) { FieldKind = "a password", IsLikely = true };
        }
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

    /// <summary>The name of an element where its start tag stands.</summary>
    private static Location NameAt(string path, SourceText source, IXmlLineInfo position, string name)
    {
        var span = new TextSpan(source.Lines[position.LineNumber - 1].Start + position.LinePosition - 1, name.Length);
        return Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
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
