using ReplayLint.Fuzz.Inputs;

namespace ReplayLint.Fuzz.Targets;

/// <summary>The whole analyzer on code whose syntax was changed, node by node.</summary>
internal sealed class SyntaxTarget : CodeTarget
{
    private readonly SyntaxMutator _mutator;

    public SyntaxTarget() => _mutator = new SyntaxMutator(Seeds);

    public override string Name => "syntax";

    public override int Share => 6;

    // What is cut off is the other target's.
    public override int CutInputs => 0;

    protected override string Change(string text, Random random) => _mutator.Mutate(text, random);
}
