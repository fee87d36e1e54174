namespace ReplayLint.Readers.Markup;

internal enum MarkupCommentKind
{
    /// <summary><c>&lt;!-- … --&gt;</c>, and what browsers read as a comment.</summary>
    Html,

    /// <summary><c>&lt;!--[if IE]&gt; … &lt;![endif]--&gt;</c>, or one end of the form that other browsers see.</summary>
    Conditional,

    /// <summary><c>@* … *@</c>.</summary>
    Razor,

    /// <summary><c>// …</c> or <c>/* … */</c> between C# statements.</summary>
    CSharp,
}
