using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>An attribute. Its children are the parts of the value: literal text, and Razor.</summary>
internal sealed class MarkupAttribute(MarkupDocument document, TextSpan span, string name, TextSpan nameSpan) : MarkupContainer(document, span)
{
    /// <summary>The name as it is written, with the <c>@</c> of a directive attribute.</summary>
    public string Name { get; } = name;

    public TextSpan NameSpan { get; } = nameSpan;

    /// <summary>The value without its quotes; null for an attribute without a value.</summary>
    public TextSpan? ValueSpan { get; internal set; }

    public MarkupQuote Quote { get; internal set; }

    /// <summary>Whether the name is Razor: <c>@onclick</c>, <c>@bind-Value</c>. The value of such an attribute is C#.</summary>
    public bool IsDirective => Document.IsRazor && Name.Length > 1 && Name[0] == '@' && Name[1] != '@';

    /// <summary>The value as it is written; null for an attribute without a value.</summary>
    public string? Value => ValueSpan is { } span ? Document.TextOf(span) : null;

    /// <summary>Whether the value is known without running any Razor.</summary>
    public bool IsLiteral
    {
        get
        {
            foreach (var part in Children)
            {
                if (part is not MarkupText)
                    return false;
            }

            return true;
        }
    }

    /// <summary>The value as JavaScript, as for <see cref="RawText.ToScript"/>: that of an event handler is.</summary>
    public string ToScript() => ScriptText.Of(this);
}
