using Microsoft.CodeAnalysis; using Microsoft.CodeAnalysis.FlowAnalysis; using ReplayLint.Catalog;
namespace ReplayLint.Consent;
internal sealed class ConsentFlow { public ConsentFlow(ControlFlowGraph graph, ISymbol owner, ConsentGuards guards, System.Threading.CancellationToken ct) { } public ConsentState StateAt(SyntaxNode place) => ConsentState.NotGranted; }
internal sealed class ConsentGuards { public ConsentGuards(RecorderCatalog catalog, bool declaredOnly) { } }
