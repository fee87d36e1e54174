namespace ReplayLint.Consent;

/// <summary>What a value says about consent, once the value is tested.</summary>
/// <param name="WhenTrue">What is known where the value is <c>true</c>.</param>
/// <param name="WhenFalse">What is known where the value is <c>false</c>.</param>
/// <param name="WhenYes">What is known where the value equals a text that means yes (<c>"accepted"</c>).</param>
internal readonly record struct Evidence(ConsentState WhenTrue, ConsentState WhenFalse, ConsentState WhenYes)
{
    /// <summary>The value has nothing to do with consent.</summary>
    public static Evidence None => default;

    /// <summary>The value is never true, false or yes, so each of them would prove anything.</summary>
    public static Evidence Vacuous => new(ConsentState.Granted, ConsentState.Granted, ConsentState.Granted);

    /// <summary>The value is <c>true</c> only after consent.</summary>
    public static Evidence Guard => new(ConsentState.Granted, ConsentState.NotGranted, ConsentState.NotGranted);

    /// <summary>The evidence of <c>!value</c>.</summary>
    public Evidence Negated => new(WhenFalse, WhenTrue, ConsentState.NotGranted);

    public bool IsNone => WhenTrue == ConsentState.NotGranted && WhenFalse == ConsentState.NotGranted && WhenYes == ConsentState.NotGranted;

    public static Evidence OfConstant(bool value) =>
        value ? new(ConsentState.NotGranted, ConsentState.Granted, ConsentState.NotGranted) : new(ConsentState.Granted, ConsentState.NotGranted, ConsentState.Granted);

    /// <summary>The evidence of a value that comes from one of two places.</summary>
    public static Evidence Meet(Evidence left, Evidence right) => new(
        ConsentLattice.Lower(left.WhenTrue, right.WhenTrue),
        ConsentLattice.Lower(left.WhenFalse, right.WhenFalse),
        ConsentLattice.Lower(left.WhenYes, right.WhenYes));

    /// <summary>The evidence of a value of which two things are known.</summary>
    public static Evidence Either(Evidence left, Evidence right) => new(
        ConsentLattice.Higher(left.WhenTrue, right.WhenTrue),
        ConsentLattice.Higher(left.WhenFalse, right.WhenFalse),
        ConsentLattice.Higher(left.WhenYes, right.WhenYes));

    /// <summary>The evidence of <c>left and right</c>.</summary>
    public static Evidence And(Evidence left, Evidence right) => new(
        ConsentLattice.Higher(left.WhenTrue, right.WhenTrue),
        ConsentLattice.Lower(left.WhenFalse, right.WhenFalse),
        ConsentState.NotGranted);

    /// <summary>The evidence of <c>left or right</c>.</summary>
    public static Evidence Or(Evidence left, Evidence right) => new(
        ConsentLattice.Lower(left.WhenTrue, right.WhenTrue),
        ConsentLattice.Higher(left.WhenFalse, right.WhenFalse),
        ConsentState.NotGranted);

    /// <summary>The evidence of a value at a place where so much is known already.</summary>
    public Evidence AtLeast(ConsentState known) => new(
        ConsentLattice.Higher(WhenTrue, known),
        ConsentLattice.Higher(WhenFalse, known),
        ConsentLattice.Higher(WhenYes, known));

    /// <summary>The evidence when its source can be trusted no further than this.</summary>
    public Evidence AtMost(ConsentState trust) => new(
        ConsentLattice.Lower(WhenTrue, trust),
        ConsentLattice.Lower(WhenFalse, trust),
        ConsentLattice.Lower(WhenYes, trust));
}
