using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// Finds which call of the generated C# writes which part of a view. The C# of a view is mapped to it by the compiler, what is
/// between is not: calls that write a text are matched with the view in order, from one piece of mapped C# to the next.
/// </summary>
internal sealed class ViewAligner
{
    private readonly SyntaxNode _root;
    private readonly ViewText _text;
    private readonly int _end;
    private readonly ImmutableArray<ViewRegion> _regions;
    private readonly SyntaxNode?[] _functions;
    private readonly List<ViewPiece> _pieces = [];
    private int _cursor;
    private int _region;
    private bool _isInValue;

    private ViewAligner(SyntaxNode root, string text, ImmutableArray<ViewRegion> regions)
    {
        _root = root;
        _text = new ViewText(text);
        _end = text.Length;
        _regions = regions;
        _functions = new SyntaxNode?[regions.Length];
        for (var i = 0; i < regions.Length; i++)
            _functions[i] = FunctionAround(root.FindToken(regions[i].Generated.Start).Parent);
    }

    public static ViewMap Align(GeneratedView view, string text)
    {
        var lines = SourceText.From(text);
        var root = view.Tree.GetRoot();
        var regions = ViewRegions.Of(view, lines);
        var aligner = new ViewAligner(root, text, regions);
        aligner.Run();
        return new ViewMap(view, lines, regions, aligner._pieces);
    }

    private void Run()
    {
        foreach (var node in _root.DescendantNodes())
        {
            if (node is MemberDeclarationSyntax)
                Enter(node);
            else if (node is InvocationExpressionSyntax call)
                Read(call);
        }
    }

    /// <summary>Members stand in another order than in the view. The one that renders the page begins with it.</summary>
    private void Enter(SyntaxNode member)
    {
        if (member is MethodDeclarationSyntax { Identifier.ValueText: "ExecuteAsync" or "BuildRenderTree" })
        {
            _cursor = 0;
            PassRegions(member.SpanStart, counts: false);
        }
        else if (member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or FieldDeclarationSyntax)
        {
            _cursor = 0;
            PassRegions(member.SpanStart, counts: false);
            if (_region > 0)
                _cursor = _regions[_region - 1].View.End;
        }
    }

    private void Read(InvocationExpressionSyntax call)
    {
        var name = NameOf(call.Expression);
        if (name is null)
            return;

        PassRegions(call.SpanStart, counts: true);
        var arguments = call.ArgumentList.Arguments;
        switch (name.Identifier.ValueText)
        {
            // The value of a tag helper's attribute, which is written after its content.
            case "BeginWriteTagHelperAttribute":
                _isInValue = true;
                break;

            case "EndWriteTagHelperAttribute":
                _isInValue = false;
                break;

            case "WriteLiteral" when arguments.Count == 1:
                Match(call, TextOf(arguments[0]));
                break;

            case "AddMarkupContent" or "AddContent" when arguments.Count == 2:
                Match(call, TextOf(arguments[1]));
                break;

            case "OpenElement" when arguments.Count == 2:
                MatchName(call, TextOf(arguments[1]));
                break;

            case "Begin" when arguments.Count == 4 && call.Expression.ToString().StartsWith("__tagHelperScopeManager", StringComparison.Ordinal):
                MatchName(call, TextOf(arguments[0]));
                break;

            case "OpenComponent" when name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } types }:
                MatchName(call, LastNameOf(types[0]));
                break;

            case "BeginWriteAttribute" when arguments.Count > 2:
                Match(call, TextOf(arguments[1]));
                break;

            case "WriteAttributeValue" when arguments.Count > 2:
                Match(call, TextOf(arguments[0]) + TextOf(arguments[2]));
                break;

            case "AddAttribute" when arguments.Count > 1:
                Match(call, TextOf(arguments[1]));
                if (arguments.Count > 2)
                    Match(call, TextOf(arguments[2]));

                break;

            // A component whose type argument is inferred is opened by a helper: CreateGrid_0.
            case var helper when helper.StartsWith("Create", StringComparison.Ordinal) && helper.LastIndexOf('_') is > 6 and var end && call.Expression.ToString().Contains("TypeInference"):
                MatchName(call, helper.Substring(6, end - 6));
                break;
        }
    }

    private void MatchName(SyntaxNode call, string? name)
    {
        if (name is null || _isInValue)
            return;

        var bound = BoundOf(call);
        var found = _text.Find("<" + name, _cursor, bound, isName: true) ?? _text.Find("." + name, _cursor, bound, isName: true);
        Add(call, found);
    }

    private void Match(SyntaxNode call, string? text)
    {
        if (!_isInValue && !string.IsNullOrEmpty(text))
            Add(call, _text.Find(text!, _cursor, BoundOf(call)));
    }

    private void Add(SyntaxNode call, TextSpan? found)
    {
        if (found is not { } span)
            return;

        _pieces.Add(new ViewPiece(span, call));
        _cursor = Math.Max(_cursor, span.End);
    }

    /// <summary>The text goes on after the mapped C# that has come before.</summary>
    private void PassRegions(int position, bool counts)
    {
        for (; _region < _regions.Length && _regions[_region].Generated.Start < position; _region++)
        {
            if (counts)
                _cursor = Math.Max(_cursor, _regions[_region].View.End);
        }
    }

    /// <summary>The text ends before the next mapped C# of the same function; that of others may stand elsewhere.</summary>
    private int BoundOf(SyntaxNode call)
    {
        SyntaxNode? function = null;
        for (var i = _region; i < _regions.Length; i++)
        {
            if (_regions[i].View.Start < _cursor)
                continue;

            if (_functions[i] == (function ??= FunctionAround(call)))
                return _regions[i].View.Start;

            if (function is not null && _regions[i].Generated.Start > function.Span.End)
                break;
        }

        return _end;
    }

    private static SyntaxNode? FunctionAround(SyntaxNode? node)
    {
        while (node is not (null or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
            node = node.Parent;

        return node;
    }

    private static SimpleNameSyntax? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        _ => null,
    };

    private static string? LastNameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        _ => null,
    };

    private static string? TextOf(ArgumentSyntax argument) =>
        argument.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal.Token.ValueText : null;
}
