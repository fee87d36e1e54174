using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>An annotation of the package that a declaration is to get.</summary>
internal sealed class Annotation
{
    public const string ConsentGuard = nameof(ConsentGuard);
    public const string RequiresConsent = nameof(RequiresConsent);

    private readonly DocumentEditor _editor;
    private readonly SyntaxNode _declaration;
    private readonly string _text;

    private Annotation(DocumentEditor editor, SyntaxNode declaration, ISymbol symbol, string text)
    {
        _editor = editor;
        _declaration = declaration;
        _text = text;
        Target = symbol;
    }

    /// <summary>What is annotated.</summary>
    public ISymbol Target { get; }

    /// <summary>The name of what is annotated, as a person would say it.</summary>
    public string TargetName => Target switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => $"{Target.ContainingType.Name} constructor",
        IPropertySymbol { IsIndexer: true } => $"{Target.ContainingType.Name} indexer",
        _ => Target.Name,
    };

    /// <summary>Plans the annotation, or returns null when the project cannot use it or the declaration has it.</summary>
    public static Annotation? Create(DocumentEditor editor, SyntaxNode declaration, ISymbol symbol, string annotation)
    {
        if (AnnotationName.PrefixOf(annotation + "Attribute", editor.SemanticModel, declaration.SpanStart) is not { } prefix
            || symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == annotation + "Attribute"))
        {
            return null;
        }

        // The parameter of a record declares a property too.
        var target = declaration is ParameterSyntax && symbol is IPropertySymbol ? "property: " : "";
        return new Annotation(editor, declaration, symbol, target + prefix + annotation);
    }

    /// <summary>Plans the annotation of a member that a rule names; null also when the member is declared elsewhere.</summary>
    public static async Task<Annotation?> CreateAsync(SolutionEdit solution, Document document, string member, string annotation, CancellationToken cancellationToken)
    {
        var compilation = await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return compilation is not null
            && Find(member, compilation) is { } symbol
            && AnnotationSyntax.DeclarationOf(symbol, cancellationToken) is { } declaration
            && await solution.EditAsync(declaration.SyntaxTree, cancellationToken).ConfigureAwait(false) is { } editor
            ? Create(editor, declaration, symbol, annotation)
            : null;
    }

    /// <summary>Writes the annotation, once.</summary>
    public void Apply(SolutionEdit solution)
    {
        if (!solution.Once((_editor.OriginalDocument.Id, _declaration.Span, _text)))
            return;

        var layout = CodeLayout.Of(_declaration);
        _editor.ReplaceNode(_declaration, (current, _) => AnnotationSyntax.Add(current, _text, layout));
    }

    private static ISymbol? Find(string member, Compilation compilation)
    {
        var space = member.IndexOf(' ');
        var symbols = DocumentationCommentId.GetSymbolsForDeclarationId(space < 0 ? member : member.Substring(0, space), compilation);
        var symbol = symbols.FirstOrDefault(static symbol => !symbol.DeclaringSyntaxReferences.IsEmpty);
        return space < 0 ? symbol : (symbol as IMethodSymbol)?.Parameters.FirstOrDefault(parameter => parameter.Name == member.Substring(space + 1));
    }
}
