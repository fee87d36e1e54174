using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Fuzz.Inputs;

/// <summary>Changes code by its syntax: what comes out mostly parses, and means something else.</summary>
/// <param name="sources">The sources whose parts are put into others.</param>
internal sealed class SyntaxMutator(ImmutableArray<string> sources)
{
    private readonly Lazy<ImmutableDictionary<Type, ImmutableArray<SyntaxNode>>> _parts = new(() =>
        sources.SelectMany(static source => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes())
            .Where(static node => RoleOf(node) is not null && node.FullSpan.Length < 600)
            .GroupBy(static node => RoleOf(node)!)
            .ToImmutableDictionary(static group => group.Key, static group => group.ToImmutableArray()));

    public string Mutate(string source, Random random)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var nodes = root.DescendantNodes().Where(static node => RoleOf(node) is not null).ToArray();
            if (nodes.Length == 0)
                break;

            root = Change(root, nodes[random.Next(nodes.Length)], random);
        }

        return root.ToFullString();
    }

    /// <summary>What may stand in the place of a node.</summary>
    private static Type? RoleOf(SyntaxNode node) => node switch
    {
        StatementSyntax => typeof(StatementSyntax),
        TypeSyntax => typeof(TypeSyntax),
        PatternSyntax => typeof(PatternSyntax),
        ExpressionSyntax => typeof(ExpressionSyntax),
        MemberDeclarationSyntax => typeof(MemberDeclarationSyntax),
        ArgumentSyntax => typeof(ArgumentSyntax),
        AttributeListSyntax => typeof(AttributeListSyntax),
        ParameterSyntax => typeof(ParameterSyntax),
        AccessorDeclarationSyntax => typeof(AccessorDeclarationSyntax),
        _ => null,
    };

    private SyntaxNode Change(SyntaxNode root, SyntaxNode node, Random random)
    {
        var others = _parts.Value[RoleOf(node)!];
        var other = others[random.Next(others.Length)];
        try
        {
            return random.Next(6) switch
            {
                0 => root.RemoveNode(node, SyntaxRemoveOptions.KeepExteriorTrivia) ?? root,
                1 when node is StatementSyntax or MemberDeclarationSyntax or ArgumentSyntax or AttributeListSyntax => root.InsertNodesAfter(node, [other]),
                2 when node is StatementSyntax statement => root.ReplaceNode(node, Wrap(statement, random)),
                2 when node is ExpressionSyntax expression and not TypeSyntax => root.ReplaceNode(node, Wrap(expression, random)),
                3 when node is StatementSyntax or MemberDeclarationSyntax => root.InsertNodesBefore(node, [node]),
                _ => root.ReplaceNode(node, other),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or InvalidCastException)
        {
            // Not every node can be without what it is asked to lose.
            return root;
        }
    }

    private static StatementSyntax Wrap(StatementSyntax statement, Random random)
    {
        var text = statement.ToFullString();
        return SyntaxFactory.ParseStatement(random.Next(10) switch
        {
            0 => $"if (hasConsent) {{ {text} }}",
            1 => $"if (!HasConsent()) {{ }} else {{ {text} }}",
            2 => $"try {{ {text} }} catch when (HasConsent()) {{ throw; }} finally {{ }}",
            3 => $"foreach (var item in new[] {{ 1 }}) {{ {text} }}",
            4 => $"{{ void Local() {{ {text} }} Local(); }}",
            5 => $"System.Action later = () => {{ {text} }};",
            6 => $"switch (consent) {{ case true when HasConsent(): {text} break; default: goto case true; }}",
            7 => $"while (true) {{ if (!hasConsent) break; {text} continue; }}",
            8 => $"again: {{ {text} }} goto again;",
            _ => $"using (default(System.IDisposable)) lock (this) {{ {text} return; }}",
        });
    }

    private static ExpressionSyntax Wrap(ExpressionSyntax expression, Random random)
    {
        var text = expression.ToString();
        return SyntaxFactory.ParseExpression(random.Next(8) switch
        {
            0 => $"({text})",
            1 => $"(hasConsent ? {text} : default)",
            2 => $"({text} ?? throw null)",
            3 => $"(await {text})",
            4 => $"({text} is {{ }} found ? found : {text})",
            5 => $"(hasConsent switch {{ true => {text}, false when HasConsent() => default, _ => {text} }})",
            6 => $"((System.Func<object>)(() => {text}))()",
            _ => $"$\"{{{text}}}\"",
        });
    }
}
