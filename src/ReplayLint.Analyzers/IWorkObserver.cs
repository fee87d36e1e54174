using Microsoft.CodeAnalysis;

namespace ReplayLint;

/// <summary>Is told what an analysis works on, so that its effort can be counted. Called by several threads.</summary>
internal interface IWorkObserver
{
    /// <summary>The graph of a body was asked for because there is something in it to judge.</summary>
    void Judged(SyntaxNode body);

    /// <summary>The graph of a body was made because of what it tells about another one.</summary>
    void LookedInto(SyntaxNode body);

    /// <summary>A page or script was read, with the scripts that it holds.</summary>
    void Opened(string path);
}
