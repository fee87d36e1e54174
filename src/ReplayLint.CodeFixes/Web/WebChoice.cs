namespace ReplayLint.CodeFixes.Web;

/// <summary>
/// The edit that someone chose, for the findings that offer it. What is the best for one of them, or for no one, is no choice:
/// the others get the edit that is best for them.
/// </summary>
internal sealed class WebChoice
{
    private readonly string? _key;
    private readonly bool _isChoice;

    /// <param name="equivalenceKey">The key of the chosen edit; null for the best of each.</param>
    /// <param name="offers">What is proposed for each of the findings.</param>
    public WebChoice(string? equivalenceKey, IEnumerable<IEnumerable<WebOffer>> offers)
    {
        _key = equivalenceKey;
        if (equivalenceKey is null)
            return;

        var known = offers.Select(static proposed => proposed.ToList()).ToList();
        _isChoice = known.Exists(proposed => proposed.Exists(IsChosen)) && !known.Exists(proposed => proposed.Count > 0 && IsChosen(proposed[0]));
    }

    public WebOffer? Choose(IEnumerable<WebOffer> offers)
    {
        var proposed = offers.ToList();
        return proposed.Find(IsChosen) ?? (_isChoice ? null : proposed.FirstOrDefault());
    }

    private bool IsChosen(WebOffer offer) => offer.EquivalenceKey == _key;
}
