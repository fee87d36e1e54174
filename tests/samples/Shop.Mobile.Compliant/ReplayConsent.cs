using ReplayLint;

namespace Shop.Mobile;

/// <summary>What the user answered on the privacy screen.</summary>
public interface IReplayConsent
{
    [ConsentGuard]
    bool IsGranted { get; }

    event EventHandler? Changed;
}

public sealed class StoredReplayConsent : IReplayConsent
{
    private bool _granted;

    public bool IsGranted => _granted;

    public event EventHandler? Changed;

    public void Answer(bool granted)
    {
        _granted = granted;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
