using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Tests.Consent;

/// <summary>Compiles a piece of C# and asks the consent analysis about each <c>Recorder.Start()</c> in it.</summary>
internal static class ConsentSource
{
    private const string Declarations = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using ReplayLint;

        namespace ReplayLint
        {
            sealed class ConsentGuardAttribute : Attribute { }
            sealed class RequiresConsentAttribute : Attribute { }
            sealed class EnsuresConsentAttribute : Attribute { }
            sealed class RevokesConsentAttribute : Attribute { }
            sealed class ConsentCallbackAttribute : Attribute { }
        }

        static class Recorder { public static int Start() => 0; }

        class Consent
        {
            [ConsentGuard] public bool Granted => false;
            [ConsentGuard] public Task<bool> AskAsync() => null;
            [ConsentGuard] public ValueTask<bool> AskSoonAsync() => default;
            [ConsentGuard] public bool Has(string purpose) => false;
            [EnsuresConsent] public void Require() { }
            [EnsuresConsent] public Task RequireAsync() => null;
            [RevokesConsent] public void Withdraw() { }
            public void WhenGranted([ConsentCallback] Action a) { }
            public void Other(Action a) { }
        }
        """;

    private static readonly SyntaxTree DeclarationTree = Parse(Declarations);

    /// <summary>How many of the starts in the members of a class are not behind consent.</summary>
    public static int CountReports(string members, bool declaredOnly = false, string declarations = "", string catalog = "") =>
        States(InClass(members) + declarations, declaredOnly, catalog).Count(static state => state != ConsentState.Granted);

    /// <summary>The members as part of the class under test, which has a <c>Consent c</c> and an unrelated <c>bool x</c>.</summary>
    public static string InClass(string members) => $"partial class Sut {{ Consent c; bool x; {members} }}\n";

    /// <summary>The state of each start, in order.</summary>
    public static List<ConsentState> States(string source, bool declaredOnly = false, string catalog = "")
    {
        var (compilation, tree) = Compile(source);
        var model = compilation.GetSemanticModel(tree);
        var facts = catalog.Length == 0 ? RecorderCatalog.BuiltIn : RecorderCatalog.BuiltIn.With([CatalogParser.Parse(SourceText.From(catalog))]);
        var guards = new ConsentGuards(facts, declaredOnly);
        return StartsIn(tree).Select(call => StateAt(model, call, guards)).ToList();
    }

    /// <summary>The source together with the recorder and the guards that it is about.</summary>
    public static (CSharpCompilation Compilation, SyntaxTree Tree) Compile(string source)
    {
        var tree = Parse(source);
        var isProgram = tree.GetCompilationUnitRoot().Members.Any(static m => m is GlobalStatementSyntax);
        var compilation = CSharpCompilation.Create(
            "Test",
            [DeclarationTree, tree],
            TestReferences.Framework,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        return (compilation, tree);
    }

    /// <summary>The starts in a source, in order.</summary>
    public static IEnumerable<InvocationExpressionSyntax> StartsIn(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static call => call.Expression.ToString() == "Recorder.Start");

    /// <summary>The errors of a source, so that a test cannot pass because its source means nothing.</summary>
    public static IEnumerable<string> Errors(string source)
    {
        var tree = Parse(source);
        return CSharpCompilation.Create("Test", [DeclarationTree, tree], TestReferences.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true))
            .GetDiagnostics()
            .Where(static d => d.Severity == DiagnosticSeverity.Error)
            .Select(static d => d.ToString());
    }

    private static ConsentState StateAt(SemanticModel model, SyntaxNode place, ConsentGuards guards) =>
        new ProjectFlows(new Mentions(new SemanticModels(model.Compilation)), guards, CancellationToken.None).Around(place, model)?.StateAt(place)
        ?? ConsentState.Unknown;

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest));
}
