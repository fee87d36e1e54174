using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Consent;

/// <summary>A member of a class with a consent service <c>c</c> and an unrelated bool <c>x</c>, in which a recorder is started.</summary>
internal static class ConsentShape
{
    private const string Preamble = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using ReplayLint;

        static class Recorder { public static int Start() => 0; }

        enum ConsentStatus { Unknown, Denied, Accepted, Granted }

        class Consent
        {
            [ConsentGuard] public bool Granted => false;
            [ConsentGuard] public Task<bool> AskAsync() => Task.FromResult(false);
            [ConsentGuard] public bool Has(string purpose) => false;
            [EnsuresConsent] public void Require() { }
            [RevokesConsent] public void Withdraw() { }
            public void WhenGranted([ConsentCallback] Action a) { }
            public void Other(Action a) { }
        }

        """;

    /// <summary>Checks how many starts in the member are reached without consent, and that no half of it makes the analysis throw.</summary>
    public static async Task VerifyAsync(string member, int reports, string declarations = "")
    {
        var source = Preamble + declarations + "\nclass Subject\n{\n    Consent c = new();\n    bool x;\n    " + member + "\n}\n";
        Assert.Equal(reports, CountUnguarded(Compile(source, allowErrors: false)));

        CountUnguarded(Compile(source[..(Preamble.Length + declarations.Length + ((source.Length - Preamble.Length - declarations.Length) * 3 / 4))], allowErrors: true));
        await Task.CompletedTask;
    }

    private static CSharpCompilation Compile(string source, bool allowErrors)
    {
        var compilation = CSharpCompilation.Create(
            "Shape",
            [CSharpSyntaxTree.ParseText(source), CSharpSyntaxTree.ParseText(TestReferences.Annotations)],
            TestReferences.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        if (!allowErrors)
            Assert.DoesNotContain(compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);

        return compilation;
    }

    private static int CountUnguarded(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var guards = new ConsentGuards(RecorderCatalog.BuiltIn, declaredOnly: false);
        var unguarded = 0;
        foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static i => i.Expression.ToString() == "Recorder.Start"))
        {
            var body = model.GetOperation(call);
            while (body?.Parent is { } parent)
                body = parent;

            var graph = body switch
            {
                IMethodBodyOperation method => ControlFlowGraph.Create(method),
                IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
                IBlockOperation block => ControlFlowGraph.Create(block),
                IFieldInitializerOperation field => ControlFlowGraph.Create(field),
                IPropertyInitializerOperation property => ControlFlowGraph.Create(property),
                _ => null,
            };

            if (graph is null)
                continue;

            var owner = model.GetEnclosingSymbol(call.SpanStart)!;
            while (owner is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
                owner = owner.ContainingSymbol;

            if (new ConsentFlow(graph, owner, guards, CancellationToken.None).StateAt(call) != ConsentState.Granted)
                unguarded++;
        }

        return unguarded;
    }
}
